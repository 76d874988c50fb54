import type { Finding, Rule } from './rule.ts';
import { textsOf } from './texts-of.ts';

const fix = 'name it in a step for IT only, and use "local-it" as the desk';

/** The National Service Desk takes cases from local IT and Registration Authorities, not from staff. */
export const nationalDesk: Rule = (library) => [
  ...textsOf(library).flatMap(({ file, place, text, reader, kind }): Finding[] =>
    reader !== 'it' && kind !== 'quoted' && /national service desk/i.test(text)
      ? [{ file, place, wrong: 'staff are sent to the National Service Desk', fix }]
      : [],
  ),
  ...library.articles.flatMap(({ file, article }) =>
    Object.entries(article.flow.nodes).flatMap(([id, node]): Finding[] =>
      node.kind === 'outcome' && node.desk === 'national-service-desk'
        ? [
            {
              file,
              place: ['flow', 'nodes', id, 'desk'],
              wrong: 'staff can end here, and the desk is the National Service Desk',
              fix,
            },
          ]
        : [],
    ),
  ),
  ...library.codes.entries.flatMap((entry, at): Finding[] =>
    entry.desk === 'national-service-desk'
      ? [
          {
            file: library.codes.file,
            place: [at, 'desk'],
            wrong: 'staff can end here, and the desk is the National Service Desk',
            fix,
          },
        ]
      : [],
  ),
];
