/** The title with the code people quote: `Smartcard authentication failure (400_645)`. */
export function titleWithCode({
  title,
  codes,
}: {
  title: string;
  codes: readonly string[];
}): string {
  const [code] = codes;
  return code === undefined || code.includes('*') || title.includes(code)
    ? title
    : `${title} (${code})`;
}
