import type { Flow } from '../article-schema.ts';
import { nextNodes } from '../flow-graph.ts';
import type { Finding, Rule } from './rule.ts';

/** Nobody goes round in circles: every way through a flow ends in an outcome. */
export const pathsEnd: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) =>
    cycles(article.flow).map(
      (cycle): Finding => ({
        file,
        place: ['flow', 'nodes', cycle.at(-2) ?? article.flow.start],
        wrong: `these steps go round in a circle and may never end: ${cycle.join(' > ')}`,
        fix: 'lead the last of them on to a new step, or to an outcome',
      }),
    ),
  );

/** Each circle as the steps it passes, first and last the same. */
function cycles(flow: Flow): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const seenAt = path.indexOf(id);
    if (seenAt >= 0) {
      found.push([...path.slice(seenAt), id]);
      return;
    }
    const node = flow.nodes[id];
    if (node === undefined || done.has(id)) return;
    for (const next of new Set(nextNodes(node))) visit(next, [...path, id]);
    done.add(id);
  };
  visit(flow.start, []);
  return found;
}
