/** How one entry of an allow list of hosts relates to http://localhost. */
export type Cover = 'covers' | 'other-scheme' | 'one-port' | 'no';

/** Turns a host pattern with `*` into an expression. Everything else stands for itself. */
function hostPattern(host: string): RegExp {
  const escaped = host.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}

/**
 * Reads an entry in the grammar that Chromium has for such lists: a scheme if any, a host with `*` for
 * any letters, a port if any.
 * https://github.com/chromium/chromium/blob/12b8a5b/net/docs/proxy.md
 */
export function coversLocalhost(entry: string): Cover {
  const [, scheme, host, port] =
    /^(?:([a-z*]+):\/\/)?([^:/\s]+)(?::(\d+|\*))?\/?$/.exec(entry.trim().toLowerCase()) ?? [];
  if (host === undefined || !hostPattern(host).test('localhost')) return 'no';
  if (scheme !== undefined && scheme !== 'http' && scheme !== '*') return 'other-scheme';
  return port !== undefined && port !== '*' ? 'one-port' : 'covers';
}
