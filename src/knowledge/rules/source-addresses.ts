import type { Source } from '../article-schema.ts';
import type { Place } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/** Every claim names a page that people can open safely, with the day it was last edited. */
export const sourceAddresses: Rule = ({ articles, codes, today }) => {
  const check = (file: string, place: Place, sources: readonly Source[]): Finding[] =>
    sources.flatMap((source, at): Finding[] => {
      const findings: Finding[] = [];
      if (!URL.canParse(source.address) || new URL(source.address).protocol !== 'https:') {
        findings.push({
          file,
          place: [...place, at, 'address'],
          wrong: `"${source.address}" is not the https address of a page`,
          fix: 'write the full address, beginning with https://',
        });
      }
      if (source.lastEdited !== 'unknown' && source.lastEdited > today) {
        findings.push({
          file,
          place: [...place, at, 'lastEdited'],
          wrong: `the page cannot have been edited on ${source.lastEdited}, which is after today`,
          fix: 'write the day the page shows, or unknown',
        });
      }
      return findings;
    });
  return [
    ...articles.flatMap(({ file, article }) => check(file, ['sources'], article.sources)),
    ...codes.entries.flatMap((entry, at) => check(codes.file, [at, 'sources'], entry.sources)),
  ];
};
