import { FleetFailure } from './fleet-failure.ts';

/** One HTTP request that is answered with JSON, or with nothing. */
export interface JsonRequest {
  url: URL;
  method?: 'GET' | 'POST' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a form. */
  body?: unknown;
  /** For the whole answer, headers and body. */
  timeoutMs: number;
}

export interface JsonAnswer {
  status: number;
  headers: Headers;
  /** Undefined when there was no body. */
  body: unknown;
}

/** A run of all checks is about 20 KB. What is larger is not an answer to us. */
const maxBytes = 1024 * 1024;
/** However long an agent asks to be left alone. */
const longestRetryAfterMs = 10 * 60_000;

/** `Retry-After` in milliseconds: seconds or a date, 0 when there is none that can be read. */
export function retryAfterMs(headers: Headers, now = Date.now()): number {
  const value = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestRetryAfterMs) : 0;
}

async function readLimited(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBytes)
      throw new FleetFailure('wrong', `the answer is larger than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function failureOf(error: unknown): FleetFailure {
  if (error instanceof FleetFailure) return error;
  const name = error instanceof Error ? error.name : '';
  return name === 'TimeoutError' || name === 'AbortError'
    ? new FleetFailure('slow', 'no whole answer in time', { cause: error })
    : new FleetFailure('unreachable', 'no connection, or it broke', { cause: error });
}

function statusFailure(status: number, headers: Headers): FleetFailure | undefined {
  const message = `answered with status ${status}`;
  const wait = { retryAfterMs: retryAfterMs(headers) };
  if (status === 401 || status === 403) return new FleetFailure('refused', message);
  if (status === 404 || status === 410) return new FleetFailure('unknown', message);
  if (status === 429) return new FleetFailure('busy', message, wait);
  if (status >= 500) return new FleetFailure('down', message, wait);
  if (status >= 300) return new FleetFailure('wrong', message);
  return undefined;
}

/**
 * Asks once. Redirects are not followed: they would take the token somewhere else.
 *
 * @throws FleetFailure for every status from 300 up, and when there is no whole JSON answer in time
 */
export async function requestJson(request: JsonRequest): Promise<JsonAnswer> {
  const { url, method = 'GET', headers, body, timeoutMs } = request;
  const isForm = body instanceof URLSearchParams;
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const failure = statusFailure(response.status, response.headers);
    if (failure) {
      await response.body?.cancel().catch(() => {});
      throw failure;
    }
    const text = await readLimited(response);
    return { status: response.status, headers: response.headers, body: parseJson(text) };
  } catch (error) {
    throw failureOf(error);
  }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FleetFailure('wrong', 'the answer is not JSON', { cause });
  }
}
