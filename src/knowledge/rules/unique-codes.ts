import type { Place } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/** A code or message belongs to one article or entry, or the bot could not tell where to go. */
export const uniqueCodes: Rule = ({ articles, codes }) => {
  const findings: Finding[] = [];
  const owner = new Map<string, string>();
  const claim = (text: string, id: string, file: string, place: Place): void => {
    const key = text.toLowerCase().replace(/\s+/g, ' ').trim();
    const before = owner.get(key);
    if (before !== undefined) {
      findings.push({
        file,
        place,
        wrong: `"${text}" is claimed twice, also by ${before}`,
        fix: 'keep it in the one that answers it best',
      });
    }
    owner.set(key, id);
  };
  for (const { file, article } of articles) {
    article.codes.forEach((code, at) => {
      claim(code, article.id, file, ['codes', at]);
    });
  }
  codes.entries.forEach((entry, index) => {
    for (const list of ['codes', 'messages'] as const) {
      entry[list].forEach((text, at) => {
        claim(text, entry.id, codes.file, [index, list, at]);
      });
    }
  });
  return findings;
};
