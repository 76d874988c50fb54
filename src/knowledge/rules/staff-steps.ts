import type { Finding, Rule } from './rule.ts';
import { textsOf } from './texts-of.ts';

/** What needs admin rights, in the words people use for it. */
const adminWork: readonly RegExp[] = [
  /\bregedit\b/i,
  /\bregistry\b/i,
  /\b(HKEY_|HKLM|HKCU)/,
  // Windows Services has a capital S, NHS services do not.
  /\bServices\b/,
  /\b(un|re)install/i,
  /(^|[.?!]\s+)install\b/i,
  /\bControl Panel\b/i,
  /\bGroup Policy\b/i,
  /\bas an administrator\b/i,
];

/** Staff cannot change the PC. A step that needs admin rights is given to IT. */
export const staffSteps: Rule = (library) =>
  textsOf(library).flatMap(({ file, place, text, reader }): Finding[] => {
    if (reader !== 'anyone') return [];
    const word = adminWork.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
    return word === undefined
      ? []
      : [
          {
            file,
            place,
            wrong: `"${word.trim()}" needs admin rights, and this text is for anyone`,
            fix: 'move it to a step with "who: it", or to the steps for "it"',
          },
        ];
  });
