/**
 * A number from the registry as agents write it: a number, a decimal or hexadecimal text, and signed
 * where it is 2147483648 or more. Undefined when it is none.
 */
export function readDword(data: string | number | readonly string[]): number | undefined {
  if (typeof data === 'object') return undefined;
  const text = String(data).trim();
  if (!/^(-?\d{1,10}|0x[0-9a-f]{1,8})$/i.test(text)) return undefined;
  const value = Number(text);
  const unsigned = value < 0 ? value + 2 ** 32 : value;
  return unsigned >= 0 && unsigned < 2 ** 32 ? unsigned : undefined;
}
