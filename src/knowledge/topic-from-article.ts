import type { Article } from './article-schema.ts';
import type { Topic } from './knowledge.ts';

/** An article as something a case can be about. */
export function topicFromArticle(article: Article): Topic {
  const { id, title, summary, codes, why, sources, flow, checks } = article;
  return { id, title, summary, codes, why, sources, flow, ...(checks ? { checks } : {}) };
}
