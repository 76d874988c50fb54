import type { Rule } from './rule.ts';

/** Help stays within reach at every ending: if it is not fixed, or comes back, there is a desk. */
export const outcomeDesk: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) =>
    Object.entries(article.flow.nodes)
      .filter(([, node]) => node.kind === 'outcome' && node.desk === undefined)
      .map(([id]) => ({
        file,
        place: ['flow', 'nodes', id],
        wrong: `the outcome "${id}" names no desk, so nobody takes over`,
        fix: 'add "desk: local-it", or the desk that can help',
      })),
  );
