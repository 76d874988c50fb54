import { cleanText } from './clean-text.ts';
import type { Phrase } from './knowledge-phrases.ts';
import type { Mention, ReadConcepts } from './read-concepts.ts';
import type { Concept } from './vocabulary/concept.ts';

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
  telling: boolean;
}

const weights: Readonly<Record<Concept['tells'], number>> = {
  elsewhere: 0,
  common: 0.25,
  some: 1.5,
  much: 3,
  all: 6,
};

/** From this weight a concept says which trouble it is, not just that there is trouble. */
export const tellingWeight = weights.some;

/** Boils a symptom down, reading it the way messages are read. */
export function compileSymptom(
  { topic, text }: Phrase,
  read: ReadConcepts,
  concepts: ReadonlyMap<string, Concept>,
): Pattern | undefined {
  const { mentions } = read(cleanText(text));
  const weightOf = ({ concepts: [name = ''] }: Mention) =>
    weights[concepts.get(name)?.tells ?? 'common'];
  const isOurs = ({ concepts: [name = ''] }: Mention) => concepts.get(name)?.ours === true;
  // What a sequence says better is not needed beside it, except the product: "two copies of Credential Management".
  const explained = new Set(
    mentions.flatMap((made) =>
      allParts(made)
        .filter((part) => !isOurs(part) && weightOf(part) <= weightOf(made))
        .map(spanOf),
    ),
  );
  const needs = new Map<string, Need>();
  for (const alike of Map.groupBy(mentions, spanOf).values()) {
    const [first] = alike;
    if (first === undefined || explained.has(spanOf(first))) continue;
    const names = alike.flatMap((mention) => mention.concepts.slice(0, 1));
    const weight = Math.max(...alike.map(weightOf));
    if (weight > 0) needs.set(names.join(), { concepts: names, weight });
  }
  if (needs.size === 0) return undefined;
  const all = [...needs.values()];
  return {
    topic,
    phrase: text,
    needs: all,
    weight: all.reduce((sum, need) => sum + need.weight, 0),
    telling: all.some(({ weight }) => weight >= tellingWeight),
  };
}

function spanOf({ from, to }: Mention): string {
  return `${from}-${to}`;
}

/** Every mention a sequence was made from, and what those were made from. */
export function allParts(mention: Mention): Mention[] {
  return mention.parts.flatMap((part) => [part, ...allParts(part)]);
}
