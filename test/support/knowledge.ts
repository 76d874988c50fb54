import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createRecogniser } from '../../src/knowledge/recogniser/create-recogniser.ts';

/** The articles and codes the bot ships with. */
export const knowledge = loadKnowledge({
  articlesDir: new URL('../../src/knowledge/articles/', import.meta.url),
  codesFile: new URL('../../src/knowledge/codes.yaml', import.meta.url),
  today: '2026-11-22',
});

export const recognise = createRecogniser(knowledge);

/** A topic that is known to be there. */
export function topicCalled(id: string) {
  const topic = knowledge.topics.get(id);
  if (!topic) throw new Error(`There is no topic ${id}.`);
  return topic;
}
