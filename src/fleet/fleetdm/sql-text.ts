import { FleetFailure } from '../fleet-failure.ts';

const longest = 1_000;

/**
 * A text as SQL writes it. Nothing that came from a person or a setting gets into SQL another way.
 *
 * @throws FleetFailure for control characters, `%` and what is too long to be a name
 */
export function sqlText(text: string): string {
  if (/[\p{Cc}%]/u.test(text) || text.length > longest || !text.isWellFormed()) {
    throw new FleetFailure('wrong', 'a text that is not put into SQL');
  }
  return `'${text.replaceAll("'", "''")}'`;
}

/** Several texts as a list for IN, each once. */
export function sqlTexts(texts: readonly string[]): string {
  return `(${[...new Set(texts)].map(sqlText).join(', ')})`;
}
