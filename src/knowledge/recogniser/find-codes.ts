import { type Dismissed, isCode, isDismissed } from './code-context.ts';
import { boneText, type CodeSpelling, spellCode } from './code-spelling.ts';

/** A topic that answers a code. */
export interface Claim {
  id: string;
  /** The code as this topic writes it. */
  official: string;
  /** Words that vouch for a bare number: `8015` beside "iPad". */
  hints: readonly string[];
}

/** A known code found in a text. */
export interface FoundCode {
  /** Official spelling; for a wildcard the very code: `400_123`. */
  code: string;
  typed: string;
  at: number;
  /** Whether it was typed as `ERR1000` (or any code without a rival spelling), rather than `error 1000`. */
  exact: boolean;
  /** Topics that answer it. Several only when they share the number: ERR1000 and Error 1000. */
  claims: readonly Claim[];
  dismissed: Dismissed | undefined;
}

export type FindCodes = (cleaned: string) => readonly FoundCode[];

const ours = /smart ?card|spine|credential|authenticat/;

/** Builds the expressions once, one for each official spelling. */
export function createCodeFinder(claims: readonly Claim[]): FindCodes {
  const spellings = [...new Set(claims.map(({ official }) => official))].map((official) => ({
    ...spellCode(official),
    claims: claims.filter((claim) => bareCode(claim.official) === bareCode(official)),
  }));
  // A wildcard has the last word: `400_645` is the code itself before it is one of `400_*`.
  spellings.sort((a, b) => Number(a.kind === 'wildcard') - Number(b.kind === 'wildcard'));

  return (cleaned) => {
    const bones = boneText(cleaned);
    const aboutUs = ours.test(cleaned);
    const found: FoundCode[] = [];
    for (const spelling of spellings) {
      if (!spelling.core.every((digits) => bones.includes(boneText(digits)))) continue;
      for (const match of cleaned.matchAll(spelling.pattern)) {
        const one = readMatch(cleaned, match, spelling, aboutUs);
        if (one !== undefined && !found.some((other) => isSame(one, other))) found.push(one);
      }
    }
    return found.sort((a, b) => a.at - b.at);
  };
}

/** `ERR1000` and `1000` are the same number to anyone who types "error 1000". */
function bareCode(official: string): string {
  return official.toUpperCase().replace(/^ERR(?:OR)?\s*(?=\d+$)/, '');
}

function isSame(one: FoundCode, other: FoundCode): boolean {
  return one.code === other.code || (one.at === other.at && one.claims[0] === other.claims[0]);
}

function readMatch(
  text: string,
  match: RegExpExecArray,
  spelling: CodeSpelling & { claims: readonly Claim[] },
  aboutUs: boolean,
): FoundCode | undefined {
  const { typed = '', gap = '', rest, prefix, suffix } = match.groups ?? {};
  const { kind, official, claims } = spelling;
  const spot = { text, from: match.index, to: match.index + typed.length, gap };
  const bare = prefix === undefined && suffix === undefined;
  const numbered = kind === 'lettered' || kind === 'number';
  if (numbered && !endsThere(text, spot.to)) return undefined;
  if (numbered && bare && !isVouchedFor(text, claims)) return undefined;
  if (kind === 'hex' && /^[\da-f]/.test(text.slice(spot.to))) return undefined;
  if ((kind === 'pair' || kind === 'wildcard') && !isCode(spot, aboutUs)) return undefined;
  const wordy = suffix !== undefined || /^(?:er+or|code|msg|message|fault)/.test(prefix ?? '');
  return {
    code: rest === undefined ? official : official.replace('*', plainDigits(rest)),
    typed: typed.trim(),
    at: spot.from,
    exact: !numbered || !wordy,
    claims,
    dismissed: isDismissed(spot),
  };
}

/** ERR1000 is not ERR10001, nor ERR1000.5. */
function endsThere(text: string, to: number): boolean {
  return !/^(?:\d|[._,-]\d|[oil|]+(?![a-z]))/.test(text.slice(to, to + 8));
}

function isVouchedFor(text: string, claims: readonly Claim[]): boolean {
  return claims.some(({ hints }) => hints.some((hint) => text.includes(hint)));
}

function plainDigits(typed: string): string {
  return typed.replaceAll('o', '0').replace(/[il|]/g, '1');
}
