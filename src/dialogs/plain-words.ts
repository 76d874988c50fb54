/** Lower case, straight apostrophes gone, everything else but letters and digits a single space. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
