import { FleetFailure, type FleetFailureKind } from './fleet-failure.ts';
import { storableText } from './storable-text.ts';

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

/** An answer with a status from 300 up. */
export class StatusFailure extends FleetFailure {
  readonly status: number;

  constructor(kind: FleetFailureKind, status: number, retryAfterMs = 0) {
    super(kind, `answered with status ${status}`, { retryAfterMs });
    this.status = status;
  }
}

/** `Retry-After` in milliseconds: seconds or a date, 0 when there is none that can be read. */
export function retryAfterMs(headers: Headers, now = Date.now()): number {
  const value = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), longestRetryAfterMs);
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
  return new TextDecoder().decode(Buffer.concat(parts));
}

/** Such as ECONNREFUSED. The code alone: texts of errors quote what was sent or received. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no code';
  const { code, cause } = error as Error & { code?: unknown };
  return typeof code === 'string' ? code : codeOf(cause);
}

function failureOf(error: unknown): FleetFailure {
  if (error instanceof FleetFailure) return error;
  const name = error instanceof Error ? error.name : '';
  return name === 'TimeoutError' || name === 'AbortError'
    ? new FleetFailure('slow', 'no whole answer in time')
    : new FleetFailure('unreachable', `no connection, or it broke (${codeOf(error)})`);
}

function statusFailure({ status, headers }: Response): StatusFailure | undefined {
  const wait = retryAfterMs(headers);
  if (status === 401 || status === 403) return new StatusFailure('refused', status);
  if (status === 404 || status === 410) return new StatusFailure('unknown', status);
  if (status === 429) return new StatusFailure('busy', status, wait);
  if (status >= 500) return new StatusFailure('down', status, wait);
  if (status >= 300) return new StatusFailure('wrong', status);
  return undefined;
}

function headersOf({ headers, body }: JsonRequest): Headers {
  const isJson = body !== undefined && !(body instanceof URLSearchParams);
  try {
    return new Headers({
      accept: 'application/json',
      ...(isJson ? { 'content-type': 'application/json' } : {}),
      ...headers,
    });
  } catch {
    // The error quotes the value, which may be the token.
    throw new FleetFailure('wrong', 'a header has characters that cannot be sent');
  }
}

/** Texts come without what the database cannot hold, so that no answer can get stuck on its way there. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text, (_key, value) =>
      typeof value === 'string' ? storableText(value) : value,
    );
  } catch {
    // Its cause would quote the answer.
    throw new FleetFailure('wrong', 'the answer is not JSON');
  }
}

/**
 * Asks once. Redirects are not followed: they would take the token somewhere else.
 *
 * @throws FleetFailure for every status from 300 up, and when there is no whole JSON answer in time.
 *   Neither what was sent nor what was answered is in it.
 */
export async function requestJson(request: JsonRequest): Promise<JsonAnswer> {
  const { url, method = 'GET', body, timeoutMs } = request;
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: headersOf(request),
      ...(body === undefined
        ? {}
        : { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
    });
    const failure = statusFailure(response);
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
