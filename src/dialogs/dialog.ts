import type { Action } from '../cards/action.ts';
import type { Decision, Turn } from './turn.ts';

/**
 * A dialog that a button or a few typed words lead to. Pure: no clock, no environment, no SDK.
 * `words` are compared after {@link plainWords}.
 */
export interface Dialog {
  verbs: readonly Action['verb'][];
  words: readonly string[];
  /** For wishes that people word in many ways. Only looked at when nothing else fits the text. */
  pattern?: RegExp;
  /** True when the answer concerns the person alone and so is not for a shared chat. */
  isPrivate?: boolean;
  run: (turn: Turn) => Decision;
}
