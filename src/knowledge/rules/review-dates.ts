import type { Place } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/** Pages change. A date in the past fails the tests, and never stops a running bot. */
export const reviewDates: Rule = ({ articles, codes, today }) => {
  const check = (file: string, place: Place, reviewBy: string): Finding[] =>
    reviewBy < today
      ? [
          {
            severity: 'warning',
            file,
            place,
            wrong: `it had to be reviewed by ${reviewBy}`,
            fix: 'read its sources again, bring the text up to date, and set the next review date',
          },
        ]
      : [];
  return [
    ...articles.flatMap(({ file, article }) => check(file, ['reviewBy'], article.reviewBy)),
    ...codes.entries.flatMap((entry, at) => check(codes.file, [at, 'reviewBy'], entry.reviewBy)),
  ];
};
