import { nodesInOrder } from '../flow-graph.ts';
import type { Rule } from './rule.ts';

/** A step that nothing leads to is a mistake, or a step somebody forgot to link. */
export const reachableNodes: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) => {
    const reached = new Set(nodesInOrder(article.flow, article.flow.start));
    return Object.keys(article.flow.nodes)
      .filter((id) => !reached.has(id))
      .map((id) => ({
        file,
        place: ['flow', 'nodes', id],
        wrong: `nothing leads to the step "${id}"`,
        fix: 'lead an answer to it, or take it out',
      }));
  });
