import type { ProbeResult } from '../../knowledge/checks/probe.ts';
import { fitsPattern } from './fits-pattern.ts';
import { answered, type ProbeOf, type Row } from './live-query.ts';
import { sqlTexts } from './sql-text.ts';

type ProcessProbe = ProbeOf<'process'>;

/** Asks for no other processes, unless a pattern has to be compared here. Then it is empty. */
export function nameCondition(probes: readonly ProcessProbe[], column: string): string {
  const names = probes.map(({ name }) => name);
  return names.some((name) => name.includes('*'))
    ? ''
    : `${column} COLLATE NOCASE IN ${sqlTexts(names)}`;
}

/** Seconds since 1970, or -1 when Windows does not tell. */
function startedAt(seconds: string | undefined): string | undefined {
  return seconds && /^[1-9]\d{0,10}$/.test(seconds)
    ? new Date(Number(seconds) * 1_000).toISOString()
    : undefined;
}

/** The processes among the rows that a probe asks for. */
export function processResult({ name: pattern }: ProcessProbe, rows: readonly Row[]): ProbeResult {
  const instances = rows
    .filter(({ name }) => name && fitsPattern(pattern, name))
    .map(({ name = '', path, start_time }) => {
      const started = startedAt(start_time);
      return { name, ...(path ? { path } : {}), ...(started ? { startedAt: started } : {}) };
    });
  return instances.length === 0 ? { outcome: 'absent' } : answered('process', { instances });
}
