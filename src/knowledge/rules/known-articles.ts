import type { Rule } from './rule.ts';

/** A code entry that points on to an article points to one that exists. */
export const knownArticles: Rule = ({ codes, articleIds }) =>
  codes.entries.flatMap((entry, at) =>
    entry.article === undefined || articleIds.has(entry.article)
      ? []
      : [
          {
            file: codes.file,
            place: [at, 'article'],
            wrong: `there is no article "${entry.article}"`,
            fix: `use one of: ${[...articleIds].join(', ')}`,
          },
        ],
  );
