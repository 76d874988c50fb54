import type { Recognition } from '../../../src/knowledge/recogniser/recognition.ts';
import { recognise } from '../../support/knowledge.ts';

/** What the recogniser makes of a text, in one word, as the corpus writes it. */
export function answerTo(text: string): string {
  return inOneWord(recognise(text));
}

export function inOneWord({ decision, candidates }: Recognition): string {
  return decision === 'choose' ? 'ambiguous' : (candidates[0]?.id ?? 'none');
}
