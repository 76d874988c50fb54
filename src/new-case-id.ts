import { randomInt } from 'node:crypto';

// Crockford's alphabet: no letter that is read as a digit or as another letter on the phone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that can be read out: `SC-4K7Q-W9XZ-2M5T`, one of 32^12. */
export function newCaseId(): string {
  const letters = Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return `SC-${letters.join('').replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')}`;
}
