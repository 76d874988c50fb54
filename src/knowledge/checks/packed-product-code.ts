/**
 * A product code as Windows Installer writes it under `Installer\Products`: without punctuation, the
 * first three groups backwards letter by letter, the others with the two letters of each byte swapped.
 *
 * @param code such as `{01234567-89AB-CDEF-0123-456789ABCDEF}`
 * @returns such as `76543210BA98FEDC1032547698BADCFE`
 */
export function packedProductCode(code: string): string {
  const [first = '', second = '', third = '', ...rest] = code.replace(/[{}]/g, '').split('-');
  const backwards = (group: string) => [...group].reverse().join('');
  const swapped = rest.join('').replace(/(.)(.)/g, '$2$1');
  return `${[first, second, third].map(backwards).join('')}${swapped}`.toUpperCase();
}
