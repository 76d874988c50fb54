import type { Log } from '../../src/telemetry/log.ts';

/** A log that keeps what it is told, to be looked at. */
export interface RecordingLog extends Log {
  errors: { message: string; fields: object }[];
}

export function createRecordingLog(): RecordingLog {
  const errors: RecordingLog['errors'] = [];
  const ignore = () => {};
  return {
    errors,
    info: ignore,
    warn: ignore,
    debug: ignore,
    error: (fields: object, message?: string) => {
      errors.push({ message: message ?? '', fields });
    },
  } as RecordingLog;
}
