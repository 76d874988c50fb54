import type { Finding, Rule } from './rule.ts';

/** An article can end well, and it can end with somebody who takes over. */
export const bothEndings: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) => {
    const results = new Set(
      Object.values(article.flow.nodes).map((node) => node.kind === 'outcome' && node.result),
    );
    return (['fixed', 'escalate'] as const)
      .filter((result) => !results.has(result))
      .map(
        (result): Finding => ({
          file,
          place: ['flow', 'nodes'],
          wrong: `no outcome has the result "${result}"`,
          fix: `add an outcome with "result: ${result}" and lead an answer to it`,
        }),
      );
  });
