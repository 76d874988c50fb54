import type { Article, ArticleChecks, Flow, Source } from './article-schema.ts';
import type { CodeEntry } from './code-schema.ts';

/** Something a case can be about: an article, or a code entry with the short flow made from it. */
export interface Topic {
  id: string;
  title: string;
  summary: string;
  /** The reference people quote, in its official spelling: `400_645`. */
  codes: readonly string[];
  why?: string;
  sources: readonly Source[];
  flow: Flow;
  /** What a fleet agent can look at. Topics made from a code have nothing. */
  checks?: ArticleChecks;
  /** Id of the article that goes further into the same trouble. */
  further?: string;
}

/** Everything the bot knows, checked once at start and never changed after. */
export interface Knowledge {
  articles: readonly Article[];
  codes: readonly CodeEntry[];
  /** Articles and code entries by id. The two share one space of ids. */
  topics: ReadonlyMap<string, Topic>;
}
