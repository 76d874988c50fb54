import type { Finding, Rule } from './rule.ts';

/** On a hand-over card the answers of IT questions become conditions, and "If yes" says nothing. */
export const itAnswersReadOn: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) =>
    Object.entries(article.flow.nodes).flatMap(([id, node]): Finding[] => {
      if ((node.kind !== 'question' && node.kind !== 'check') || node.who !== 'it') return [];
      return node.answers.flatMap(({ label }, at): Finding[] =>
        /^(yes|no)\b/i.test(label)
          ? [
              {
                file,
                place: ['flow', 'nodes', id, 'answers', at, 'label'],
                wrong: `"If ${label}" does not say what is meant`,
                fix: 'write what is the case, such as "The service is stopped"',
              },
            ]
          : [],
      );
    }),
  );
