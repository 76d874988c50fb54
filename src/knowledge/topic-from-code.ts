import type { CodeEntry } from './code-schema.ts';
import { flowFromCode } from './flow-from-code.ts';
import type { Topic } from './knowledge.ts';

/** A code entry as something a case can be about, with the short flow made from its steps. */
export function topicFromCode(entry: CodeEntry): Topic {
  const { id, title, meaning, codes, sources, article } = entry;
  const topic = { id, title, summary: meaning, codes, sources, flow: flowFromCode(entry) };
  return article === undefined ? topic : { ...topic, further: article };
}
