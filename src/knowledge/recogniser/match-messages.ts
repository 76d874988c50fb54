import { cleanText } from './clean-text.ts';
import type { Phrase } from './knowledge-phrases.ts';
import type { Match } from './match.ts';
import type { ReadConcepts, Reading } from './read-concepts.ts';
import type { Concept } from './vocabulary/concept.ts';
import { fillers } from './vocabulary/fillers.ts';

export type MatchMessages = (reading: Reading) => readonly Match[];

/** A word of a message, or one stand-in for all names of a product: card, smartcard, smart card. */
interface Token {
  word: string;
  from: number;
  to: number;
}

interface Message {
  topic: string;
  phrase: string;
  tokens: readonly string[];
}

/** Copied text is copied whole: one word too many between two of its words is all that is forgiven. */
const mostSkipped = 1;
/** Its words stand together as on the screen, which says more than the words themselves. */
const weightOfOrder = 3;
const weightOfWord = 0.25;
const fewestTokens = 2;

const grammar = new Set(fillers);
const interchangeable = new Set(['not', 'log-in']);

/** Finds the messages of code entries: text that people copy off the screen, so the words count, and their order. */
export function createMessageMatcher(
  phrases: readonly Phrase[],
  read: ReadConcepts,
  concepts: ReadonlyMap<string, Concept>,
): MatchMessages {
  const tokenize = (reading: Reading): Token[] => tokensOf(reading, concepts);
  const messages = phrases
    .map(({ topic, text }): Message => {
      const tokens = tokenize(read(cleanText(text))).map(({ word }) => word);
      return { topic, phrase: text, tokens };
    })
    .filter(({ tokens }) => tokens.length >= fewestTokens);
  const byFirst = Map.groupBy(messages, ({ tokens }) => tokens[0]);

  return (reading) => {
    const tokens = tokenize(reading);
    return tokens.flatMap(({ word }, start) =>
      (byFirst.get(word) ?? []).flatMap((message) => {
        const found = follow(message.tokens, tokens, start);
        return found === undefined ? [] : [toMatch(message, found, reading)];
      }),
    );
  };
}

function tokensOf({ words, mentions }: Reading, concepts: ReadonlyMap<string, Concept>): Token[] {
  const standIns = new Map<number, Token>();
  for (const { concepts: names, from, to, parts } of mentions) {
    const [name = ''] = names;
    const standsFor = interchangeable.has(name) || concepts.get(name)?.ours === true;
    if (standsFor && parts.length === 0) standIns.set(from, { word: `<${name}>`, from, to });
  }
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const standIn = standIns.get(at);
    if (standIn !== undefined) {
      tokens.push(standIn);
      at = standIn.to;
    } else if (!grammar.has(word)) tokens.push({ word, from: at, to: at });
  }
  return tokens;
}

function follow(wanted: readonly string[], tokens: readonly Token[], start: number) {
  const found: Token[] = [];
  let at = start;
  for (const word of wanted) {
    let skipped = 0;
    while (tokens[at]?.word !== word) {
      if (found.length === 0 || skipped === mostSkipped) return undefined;
      skipped++;
      at++;
    }
    const token = tokens[at];
    if (token === undefined) return undefined;
    found.push(token);
    at++;
  }
  return found;
}

function toMatch(
  { topic, phrase, tokens }: Message,
  found: readonly Token[],
  reading: Reading,
): Match {
  const words = new Set<number>();
  for (const { from, to } of found) for (let at = from; at <= to; at++) words.add(at);
  const mentions = reading.mentions.filter(({ from, to }) => words.has(from) && words.has(to));
  const weight = weightOfOrder + tokens.length * weightOfWord;
  return { topic, phrase, weight, telling: true, mentions, words, tellingWords: words };
}
