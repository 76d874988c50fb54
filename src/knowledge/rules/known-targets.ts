import type { FlowNode } from '../article-schema.ts';
import type { Place } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Every step leads to a step that exists. */
export const knownTargets: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) => {
    const { start, nodes } = article.flow;
    const named: [Place, string][] = [[['flow', 'start'], start]];
    for (const [id, node] of Object.entries(nodes)) {
      for (const [place, target] of targets(node)) {
        named.push([['flow', 'nodes', id, ...place], target]);
      }
    }
    return named
      .filter(([, target]) => !Object.hasOwn(nodes, target))
      .map(([place, target]) => ({
        file,
        place,
        wrong: `it leads to "${target}", and there is no such step`,
        fix: `use one of: ${Object.keys(nodes).join(', ')}`,
      }));
  });

function targets(node: FlowNode): [Place, string][] {
  if (node.kind === 'outcome') return [];
  if (node.kind === 'instruction') return [[['next'], node.next]];
  const answers = node.answers.map(({ next }, at): [Place, string] => [
    ['answers', at, 'next'],
    next,
  ]);
  if (node.kind === 'question') return answers;
  return [[['healthy'], node.healthy], [['unhealthy'], node.unhealthy], ...answers];
}
