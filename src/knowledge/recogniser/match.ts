import type { Mention } from './read-concepts.ts';

/** Something a topic is known by, found in a text. */
export interface Match {
  topic: string;
  /** The phrase as the topic has it. */
  phrase: string;
  weight: number;
  /** Whether it says more than "something is wrong with smartcards". Else it only makes the bot ask. */
  telling: boolean;
  mentions: readonly Mention[];
  /** Index of each word it was found in. */
  words: ReadonlySet<number>;
  /** Those of them that say which trouble it is. */
  tellingWords: ReadonlySet<number>;
}
