import { type Logger, pino } from 'pino';

/** Static text plus fields, one JSON object a line. Fields hold ids of ours, never what a person typed. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/**
 * What of an error may be written down. PostgreSQL tells in `detail` and at times in the message the
 * row that failed, and with it what a person typed: of its errors only the code and place are kept.
 */
export function loggableError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode, constraint, severity, cause } = error as Error &
    Record<string, unknown>;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    ...(severity === undefined ? { message: error.message } : {}),
    ...(code === undefined ? {} : { code }),
    ...(statusCode === undefined ? {} : { statusCode }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: frames.slice(0, 8).join('\n'),
    ...(cause === undefined ? {} : { cause: loggableError(cause) }),
  };
}

/** A log on standard output. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggableError },
  });
}
