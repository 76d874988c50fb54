import type { Knowledge } from '../knowledge.ts';
import { cleanText } from './clean-text.ts';
import type { Named } from './decide.ts';
import type { FoundCode } from './find-codes.ts';
import type { ReadConcepts, Reading } from './read-concepts.ts';
import type { Concept } from './vocabulary/concept.ts';

/** The topics a code stands for in this text, best first. */
export type NameTopics = (code: FoundCode, reading: Reading) => readonly Named[];

/**
 * Several topics may answer to one number: ERR1000 in self-service, Error 1000 at log in. The spelling, and
 * what the person was doing, speak for one of them; when both or neither do, both stay in the running.
 */
export function createRivalSettler(
  knowledge: Knowledge,
  read: ReadConcepts,
  concepts: ReadonlyMap<string, Concept>,
  isArticle: (id: string) => boolean,
): NameTopics {
  const doings = new Map([
    ...knowledge.articles.map(
      ({ id, title, symptoms }) => [id, doingsIn([title, ...symptoms], read, concepts)] as const,
    ),
    ...knowledge.codes.map(
      ({ id, title, messages }) => [id, doingsIn([title, ...messages], read, concepts)] as const,
    ),
  ]);

  return (code, reading) => {
    const because = `code ${code.code} (typed "${code.typed}")`;
    const ids = [...new Set(code.claims.map(({ id }) => id))];
    if (ids.length === 1) {
      const official = code.typed === code.code.toLowerCase();
      return ids.map((id) => ({ id, sure: true, official, because }));
    }
    const spoken = new Set(reading.mentions.flatMap((mention) => mention.concepts));
    const scored = ids.map((id) => {
      const others = ids.filter((other) => other !== id);
      const here = [...(doings.get(id) ?? [])].filter((doing) => spoken.has(doing));
      const onlyHere = here.filter(
        (doing) => !others.some((other) => doings.get(other)?.has(doing)),
      );
      const lettered = code.claims.some(
        (claim) => claim.id === id && /^[a-z]/i.test(claim.official),
      );
      return { id, score: onlyHere.length + (code.exact && lettered ? 1 : 0) };
    });
    scored.sort((a, b) => b.score - a.score);
    const [best, next] = scored;
    // An entry has no questions that would show up a wrong guess, so only an article wins without asking.
    if (best !== undefined && best.score > (next?.score ?? 0) && isArticle(best.id)) {
      const official = code.typed === code.code.toLowerCase();
      return [{ id: best.id, sure: true, official, because }];
    }
    return scored.map(({ id }) => ({ id, sure: false, official: false, because }));
  };
}

/** What people were doing, and with what: the concepts that tell one rival from another. */
function doingsIn(
  texts: readonly string[],
  read: ReadConcepts,
  concepts: ReadonlyMap<string, Concept>,
): Set<string> {
  const spoken = texts.flatMap((text) => read(cleanText(text)).mentions);
  const names = spoken.flatMap((mention) => mention.concepts);
  return new Set(names.filter((name) => concepts.get(name)?.doing === true));
}
