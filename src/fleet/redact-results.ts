import type { ProbeResult } from '../knowledge/checks/probe.ts';
import { storableText } from './storable-text.ts';

type Results = Readonly<Record<string, ProbeResult>>;

const masks: readonly (readonly [RegExp, string])[] = [
  // Names have letters such as ë and marks such as O’Brien’s: whatever no path, list or address has.
  [
    /[^\s@\\/:;,"<>()[\]]{1,64}@[^\s@\\/:;,"<>()[\].]+(?:\.[^\s@\\/:;,"<>()[\].]+)+/gu,
    '[e-mail removed]',
  ],
  // The folder of a person is named after them.
  [/([a-z]:[\\/]users[\\/])[^\\/]+/gi, '$1[name removed]'],
];

function redactText(text: string): string {
  // First: a null character in the middle would hide an address from the mask.
  return masks.reduce((kept, [pattern, mask]) => kept.replace(pattern, mask), storableText(text));
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
