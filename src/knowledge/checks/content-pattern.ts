/** What a pattern of a site policy covers. Undefined in a field: any. */
export interface ContentPattern {
  scheme: string | undefined;
  host: string | undefined;
  /** `host` stands for everything below it too. */
  anySubdomain: boolean;
  port: string | undefined;
}

const anyOr = (part: string | undefined) => (part === '*' ? undefined : part);

/**
 * Reads a pattern such as `https://www.example.com`, `[*.]example.com:8080` or `*`, as browsers write
 * them in policies about sites. Any other `*` in a host stands for itself, so that it covers nothing. A
 * path is ignored.
 * https://github.com/chromium/chromium/blob/0116752/components/content_settings/core/common/content_settings_pattern_parser.cc
 *
 * @returns undefined when a browser would not take it
 */
export function readContentPattern(text: string): ContentPattern | undefined {
  const [, scheme, anySub, host, port] =
    /^(?:(https?|\*):\/\/)?(\[\*\.\])?([^:/\s[\],]+)(?::(\d+|\*))?(?:\/\S*)?$/.exec(
      text.trim().toLowerCase(),
    ) ?? [];
  if (host === undefined || (anySub && host === '*')) return undefined;
  return {
    scheme: anyOr(scheme),
    host: anyOr(host),
    anySubdomain: anySub !== undefined,
    port: anyOr(port),
  };
}

/** Whether a pattern covers a host under a scheme, on one of its ports at least. */
export function coversHost(
  { scheme, host, anySubdomain }: ContentPattern,
  wanted: { scheme: string; host: string },
): boolean {
  if (scheme !== undefined && scheme !== wanted.scheme) return false;
  if (host === undefined || host === wanted.host) return true;
  return anySubdomain && wanted.host.endsWith(`.${host}`);
}
