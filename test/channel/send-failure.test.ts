import { describe, expect, test } from 'vitest';
import { sendFailure } from '../../src/channel/send-failure.ts';

const now = Date.UTC(2026, 10, 22, 9, 0, 0);
const http = (statusCode: number, retryAfter?: string) => ({
  statusCode,
  response: { headers: { get: () => retryAfter } },
});

describe('a send that failed', () => {
  test.each([
    ['429 with seconds', http(429, '7'), { kind: 'not-sent', retryAfterMs: 7_000 }],
    [
      '429 with a date',
      http(429, 'Sun, 22 Nov 2026 09:00:30 GMT'),
      { kind: 'not-sent', retryAfterMs: 30_000 },
    ],
    [
      '429 with a date gone by',
      http(429, 'Sun, 22 Nov 2026 08:00:00 GMT'),
      { kind: 'not-sent', retryAfterMs: 0 },
    ],
    ['429 with nonsense', http(429, 'soon'), { kind: 'not-sent', retryAfterMs: 2_000 }],
    ['429 with nothing', http(429), { kind: 'not-sent', retryAfterMs: 2_000 }],
    ['429 with a year', http(429, '31536000'), { kind: 'not-sent', retryAfterMs: 600_000 }],
    ['412, two at once', http(412), { kind: 'not-sent', retryAfterMs: 2_000 }],
    ['a refused connection', { code: 'ECONNREFUSED' }, { kind: 'not-sent', retryAfterMs: 2_000 }],
    ['503 with a wait', http(503, '5'), { kind: 'not-sent', retryAfterMs: 5_000 }],
    [
      'a name that cannot be looked up',
      { code: 'EAI_AGAIN' },
      { kind: 'not-sent', retryAfterMs: 2_000 },
    ],
    ['403, blocked', http(403), { kind: 'refused', status: 403 }],
    ['404, gone', http(404), { kind: 'refused', status: 404 }],
    ['413, too big', http(413), { kind: 'refused', status: 413 }],
    ['408, too late', http(408), { kind: 'unknown' }],
    ['500', http(500), { kind: 'unknown' }],
    ['502', http(502), { kind: 'unknown' }],
    ['a reset', { code: 'ECONNRESET' }, { kind: 'unknown' }],
    ['a time-out', { name: 'AbortError' }, { kind: 'unknown' }],
    ['something thrown that is no error', undefined, { kind: 'unknown' }],
  ])('with %s is judged', (_name, error, failure) => {
    expect(sendFailure(error, now)).toEqual(failure);
  });
});
