import type { Figures } from './load.ts';

/** The first line of a table of figures. */
export const header = `${''.padEnd(34)}${'turns/s'.padStart(8)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}`;

/** One line of it. */
export function line(name: string, { perSecond, p50, p99 }: Figures): string {
  return `${name.padEnd(34)}${perSecond.toFixed(0).padStart(8)}${p50.toFixed(1).padStart(10)}${p99.toFixed(1).padStart(10)}`;
}
