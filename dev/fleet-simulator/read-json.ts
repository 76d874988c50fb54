import type { IncomingMessage } from 'node:http';

const maxBytes = 256 * 1024;

/** The body of a request. Undefined when there is none; throws when it is too large or not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  // Read to its end, so that whoever sends too much hears why.
  for await (const part of request) {
    bytes += (part as Buffer).byteLength;
    if (bytes <= maxBytes) parts.push(part as Buffer);
  }
  if (bytes > maxBytes) throw new Error('too large');
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
