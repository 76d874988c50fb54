import { type Logger, pino } from 'pino';

/** Static text plus fields, one JSON object a line. Fields hold ids of ours, never what a person typed. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** A log on standard output. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
