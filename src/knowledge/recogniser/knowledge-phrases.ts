import type { Knowledge } from '../knowledge.ts';
import type { Claim } from './find-codes.ts';

/** A phrase a topic is known by. */
export interface Phrase {
  topic: string;
  text: string;
  /** Copied off a screen, rather than said by a person. */
  copied: boolean;
}

/** Every symptom and message of every topic. Messages that are only a number are left to the codes. */
export function phrasesOf({ articles, codes }: Knowledge): Phrase[] {
  return [
    ...articles.flatMap(({ id, symptoms }) =>
      symptoms.map((text) => ({ topic: id, text, copied: false })),
    ),
    ...codes.flatMap(({ id, messages }) =>
      messages
        .filter((text) => /[a-z]{3}.*[a-z]{3}/i.test(text) && !/^err(or)? ?\d+$/i.test(text))
        .map((text) => ({ topic: id, text, copied: true })),
    ),
  ];
}

/** Every code with the topic that answers it. */
export function claimsOf({ articles, codes }: Knowledge): Claim[] {
  return [...articles, ...codes].flatMap(({ id, title, codes: own }) =>
    own.map((official) => ({ id, official, hints: hintsOf(title, official) })),
  );
}

/** Words that vouch for a bare number: the entry "8015 on an iPad" is meant when an iPad is named too. */
function hintsOf(title: string, official: string): string[] {
  return title.startsWith(official) ? (title.toLowerCase().match(/[a-z]{4,}/g) ?? []) : [];
}
