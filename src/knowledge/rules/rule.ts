import type { Article } from '../article-schema.ts';
import type { CodeEntry } from '../code-schema.ts';
import type { Place } from '../problem.ts';

/** All content that has the right shape, with the files it came from. */
export interface Library {
  articles: readonly { file: string; article: Article }[];
  codes: { file: string; entries: readonly CodeEntry[] };
  /** Names of all article files, also of those that could not be read. */
  articleIds: ReadonlySet<string>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** What a rule found wrong, and how to put it right. */
export interface Finding {
  file: string;
  place: Place;
  wrong: string;
  fix: string;
  /** Left out: `error`. */
  severity?: 'error' | 'warning';
}

/** One rule of the knowledge files. Pure: it looks at everything and returns what is wrong. */
export type Rule = (library: Library) => Finding[];
