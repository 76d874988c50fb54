/** A text without what JSON in PostgreSQL cannot hold: the null character, and half of a surrogate pair. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
