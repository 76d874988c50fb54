import type { Rule } from './rule.ts';

/** An outcome that names what the trouble turned out to be names something there is. */
export const outcomeTopics: Rule = ({ articles, articleIds, codes }) => {
  const known = new Set([...articleIds, ...codes.entries.map(({ id }) => id)]);
  return articles.flatMap(({ file, article }) =>
    Object.entries(article.flow.nodes).flatMap(([id, node]) =>
      node.kind !== 'outcome' || node.topic === undefined || known.has(node.topic)
        ? []
        : [
            {
              file,
              place: ['flow', 'nodes', id, 'topic'],
              wrong: `there is no article or code entry "${node.topic}"`,
              fix: `use one of: ${[...known].join(', ')}`,
            },
          ],
    ),
  );
};
