/** How one entry of an allow list of hosts relates to http://localhost. */
export type Cover =
  | 'covers'
  | 'one-port'
  | 'other-scheme'
  /** It names localhost, but not as a browser reads it: then the browser passes over the entry. */
  | 'misspelt'
  | 'no';

/** Turns a host pattern with `*` into an expression. Everything else stands for itself. */
function hostPattern(host: string): RegExp {
  const escaped = host.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  // Of several `*` in a row one is kept: each more would multiply the ways to try.
  return new RegExp(`^${escaped.replace(/\*+/g, '.*')}$`);
}

/**
 * Reads an entry in the grammar that Chromium has for such lists: a scheme if any, a host with `*` for
 * any letters, a port if any. A slash at the end, a `*` for the port or for the scheme are not in it.
 * https://github.com/chromium/chromium/blob/0c00aa4/net/docs/proxy.md
 * https://github.com/chromium/chromium/blob/1111846/net/base/scheme_host_port_matcher_rule.cc
 */
export function coversLocalhost(entry: string): Cover {
  const text = entry.trim().toLowerCase();
  // Every name without a dot.
  if (text === '<local>') return 'covers';
  const [, scheme, host, port] = /^(?:([^:/\s]+):\/\/)?([^:/\s]+)(?::(\d+))?$/.exec(text) ?? [];
  const isRead = host !== undefined && Number(port ?? 0) <= 65_535 && !scheme?.includes('*');
  if (!isRead || !hostPattern(host).test('localhost')) {
    return /(^|[^a-z0-9.-])localhost([^a-z0-9.-]|$)/.test(text) ? 'misspelt' : 'no';
  }
  if (scheme !== undefined && scheme !== 'http') return 'other-scheme';
  return port === undefined ? 'covers' : 'one-port';
}
