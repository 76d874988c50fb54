import { cleanText } from './clean-text.ts';
import type { Phrase } from './knowledge-phrases.ts';
import type { Mention, ReadConcepts } from './read-concepts.ts';
import type { Concept } from './vocabulary/concept.ts';
import { generalWords } from './vocabulary/fillers.ts';

/** One thing a symptom needs: any of these concepts will do. */
interface Need {
  concepts: readonly string[];
  weight: number;
}

/** A symptom boiled down to the concepts a message has to speak of to show it. */
export interface Pattern {
  topic: string;
  phrase: string;
  needs: readonly Need[];
  weight: number;
  /** Whether it says more than "something is wrong with smartcards". Else it only makes the bot ask. */
  telling: boolean;
  /** Most words between the first and the last concept. */
  span: number;
}

const weights: Readonly<Record<Concept['tells'], number>> = {
  elsewhere: 0,
  common: 1,
  much: 3,
  all: 6,
};

/** From here on a concept says which trouble it is, not just that there is trouble. */
export const telling = weights.much;

/** People wrap a symptom in a long sentence; a message copied off the screen stands in one piece. */
const spokenSpan = 18;
const copiedSlack = 3;

/** Boils a phrase down, reading it the way messages are read. */
export function compilePhrase(
  { topic, text, copied }: Phrase,
  read: ReadConcepts,
  concepts: ReadonlyMap<string, Concept>,
): Pattern | undefined {
  const { mentions, words } = read(cleanText(text));
  const needs = new Map<string, Need>();
  // What a sequence explains is not needed beside it, except the product: "two copies of Credential Management".
  const isOurs = (mention: Mention) => concepts.get(mention.concepts[0] ?? '')?.ours === true;
  const parts = mentions.flatMap(allParts);
  const explained = new Set(parts.filter((part) => !isOurs(part)).map(spanOf));
  for (const alike of Map.groupBy(mentions, spanOf).values()) {
    const [first] = alike;
    if (first === undefined || explained.has(spanOf(first))) continue;
    const names = alike
      .flatMap((mention) => mention.concepts.slice(0, 1))
      .filter((name) => name !== 'elsewhere')
      .filter((name) => copied || !generalWords.some((word) => name === `"${word}"`));
    if (names.length === 0) continue;
    const weight = Math.max(...names.map((name) => weights[concepts.get(name)?.tells ?? 'common']));
    if (weight > 0) needs.set(names.join(), { concepts: names, weight });
  }
  if (needs.size === 0) return undefined;
  const all = [...needs.values()];
  return {
    topic,
    phrase: text,
    needs: all,
    weight: all.reduce((sum, need) => sum + need.weight, 0),
    telling: all.some(({ weight }) => weight >= telling) || (copied && isMessage(all)),
    span: copied ? words.length + copiedSlack : spokenSpan,
  };
}

/** Three things from one message, with a word only messages use, can hardly stand together by chance. */
function isMessage(needs: readonly Need[]): boolean {
  const hasOwnWord = needs.some(({ concepts }) =>
    concepts.some((name) => name.startsWith('"') && !generalWords.includes(name.slice(1, -1))),
  );
  return needs.length > 2 && hasOwnWord;
}

function spanOf({ from, to }: Mention): string {
  return `${from}-${to}`;
}

/** Every mention a sequence was made from, and what those were made from. */
export function allParts(mention: Mention): Mention[] {
  return mention.parts.flatMap((part) => [part, ...allParts(part)]);
}
