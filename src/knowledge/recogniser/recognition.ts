/** A topic the text may be about, best first. */
export interface Candidate {
  /** Id of an article or of a code entry. */
  id: string;
  /** 0 to 1. A code in its official spelling is 1. */
  confidence: number;
  /** What spoke for it, in words an engineer can read: `code 400_645 (typed "400-645")`. */
  because: readonly string[];
}

/**
 * What a message is about.
 * - `article`: one article, go straight to it
 * - `code`: one entry of the code directory
 * - `choose`: several fit, ask the person
 * - `none`: nothing we know
 */
export interface Recognition {
  decision: 'article' | 'code' | 'choose' | 'none';
  /** For `article` and `code` the first is meant; for `choose` at least two; for `none` empty. */
  candidates: readonly Candidate[];
  /** Known codes read in the text, in their official spelling, in the order they stand in it. */
  codes: readonly string[];
}

/** Pure and deterministic: the same text always gives the same answer. */
export type Recognise = (text: string) => Recognition;
