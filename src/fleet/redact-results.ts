import type { ProbeResult } from '../knowledge/checks/probe.ts';

type Results = Readonly<Record<string, ProbeResult>>;

const masks: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, '[e-mail removed]'],
  // The folder of a person is named after them.
  [/([a-z]:\\users\\)[^\\]+/gi, '$1[name removed]'],
];

function redactText(text: string): string {
  const masked = masks.reduce((kept, [pattern, mask]) => kept.replace(pattern, mask), text);
  // JSON in PostgreSQL cannot hold the null character or half of a pair.
  return masked.toWellFormed().replaceAll('\u0000', '');
}

/**
 * Results in the form that may be kept until the run is over. They hold the state of the smartcard
 * software; names of people only where Windows puts them into a path.
 */
export function redactResults(results: Results): Results {
  return JSON.parse(JSON.stringify(results), (_key, value: unknown) =>
    typeof value === 'string' ? redactText(value) : value,
  ) as Results;
}
