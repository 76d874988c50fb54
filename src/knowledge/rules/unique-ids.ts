import type { Finding, Rule } from './rule.ts';

/** A case is kept under the id of its topic, so an id may be used only once, and matches its file. */
export const uniqueIds: Rule = ({ articles, codes }) => {
  const findings: Finding[] = [];
  const owner = new Map<string, string>();
  const claim = (id: string, file: string, place: Finding['place']): void => {
    const before = owner.get(id);
    if (before !== undefined) {
      findings.push({
        file,
        place,
        wrong: `the id "${id}" is used twice, also in ${before}`,
        fix: 'give one of the two another id',
      });
    }
    owner.set(id, file);
  };
  for (const { file, article } of articles) {
    const expected = file.replace(/^.*\//, '').replace(/\.yaml$/, '');
    if (article.id !== expected) {
      findings.push({
        file,
        place: ['id'],
        wrong: `the id is "${article.id}" but the file is called ${expected}.yaml`,
        fix: `write "id: ${expected}", or rename the file to ${article.id}.yaml`,
      });
    }
    claim(article.id, file, ['id']);
  }
  codes.entries.forEach((entry, at) => {
    claim(entry.id, codes.file, [at, 'id']);
  });
  return findings;
};
