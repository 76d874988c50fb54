import type { Rule } from './rule.ts';

/** A code entry tells at least one of the two what to do. */
export const entrySteps: Rule = ({ codes }) =>
  codes.entries.flatMap((entry, at) =>
    entry.steps.anyone.length + entry.steps.it.length > 0
      ? []
      : [
          {
            file: codes.file,
            place: [at, 'steps'],
            wrong: `"${entry.id}" has no steps for anyone`,
            fix: 'add steps under "anyone" or "it"',
          },
        ],
  );
