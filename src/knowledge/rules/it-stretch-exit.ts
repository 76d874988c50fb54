import { isForIt, waysOut } from '../flow-graph.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A person without admin rights hands all IT steps over at once and goes on where they come out.
 * So they come out at one step for everybody, or else at an outcome that hands over.
 */
export const itStretchExit: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) =>
    Object.entries(article.flow.nodes).flatMap(([id, node]): Finding[] => {
      if (!isForIt(node)) return [];
      const { exits, outcomes } = waysOut(article.flow, id);
      const handsOver = outcomes.some((outcome) => {
        const end = article.flow.nodes[outcome];
        return end?.kind === 'outcome' && end.result === 'escalate';
      });
      if (exits.length === 1 || (exits.length === 0 && handsOver)) return [];
      return [
        {
          file,
          place: ['flow', 'nodes', id],
          wrong:
            exits.length === 0
              ? `the IT steps from "${id}" lead to no step for everybody and to no outcome that hands over`
              : `the IT steps from "${id}" come out at ${exits.length} places: ${exits.join(', ')}`,
          fix: 'lead them all to one question with "who: anyone" that asks if it works now',
        },
      ];
    }),
  );
