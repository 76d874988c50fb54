/** What a failed send tells us about the message. */
export type SendFailure =
  /** It surely did not arrive; trying again is safe. */
  | { kind: 'not-sent'; retryAfterMs: number }
  /** It may have arrived: Teams answered late, with an error of its own, or not at all. */
  | { kind: 'unknown' }
  /** Teams will never take it: the person blocked the bot, the chat is gone. */
  | { kind: 'refused'; status: number };

interface HttpError {
  statusCode?: number;
  code?: string;
  response?: { headers?: { get?: (name: string) => string | null | undefined } };
}

/** The connection was never made. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const defaultWaitMs = 2_000;
const longestWaitMs = 600_000;

/** `Retry-After` in seconds or as a date, kept between nothing and ten minutes. */
function retryAfterMs(value: string | null | undefined, now: number): number {
  if (!value) return defaultWaitMs;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestWaitMs) : defaultWaitMs;
}

/** Judges an error thrown by a connector call. `now` is in epoch milliseconds. */
export function sendFailure(error: unknown, now: number): SendFailure {
  const { statusCode, code, response } = (error ?? {}) as HttpError;
  if (code !== undefined && neverConnected.has(code))
    return { kind: 'not-sent', retryAfterMs: defaultWaitMs };
  // 412: another message of ours is on its way into the same chat. 503 is an answer of the front door.
  if (statusCode === 429 || statusCode === 412 || statusCode === 503) {
    return {
      kind: 'not-sent',
      retryAfterMs: retryAfterMs(response?.headers?.get?.('retry-after'), now),
    };
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500 && statusCode !== 408) {
    return { kind: 'refused', status: statusCode };
  }
  return { kind: 'unknown' };
}
