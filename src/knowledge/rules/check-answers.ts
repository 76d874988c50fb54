import type { Finding, Rule } from './rule.ts';

/** A check goes on without the fleet agent: whatever the agent can say, a person can answer too. */
export const checkAnswers: Rule = ({ articles }) =>
  articles.flatMap(({ file, article }) =>
    Object.entries(article.flow.nodes).flatMap(([id, node]): Finding[] => {
      if (node.kind !== 'check') return [];
      const answered = new Set(node.answers.map((answer) => answer.next));
      return (['healthy', 'unhealthy'] as const)
        .filter((verdict) => !answered.has(node[verdict]))
        .map((verdict) => ({
          file,
          place: ['flow', 'nodes', id, verdict],
          wrong: `no answer leads to "${node[verdict]}", so only the fleet agent can get there`,
          fix: `lead one of its answers to "${node[verdict]}"`,
        }));
    }),
  );
