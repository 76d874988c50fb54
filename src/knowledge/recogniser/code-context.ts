/** A code-like spot in a cleaned text. */
export interface Spot {
  text: string;
  from: number;
  to: number;
  /** What stood between its two halves; empty when they touched. */
  gap: string;
}

/** How far to either side a word still belongs to a number. */
const reach = 32;

const errorWords =
  /(?:^|[^a-z])(?:er{1,4}ors?|err|codes?|fault|failure|failed|message|msg)(?:[^a-z]|$)/;
const attachedWord =
  /(?:er{1,4}ors?|err|code|msg|message|number|failure|says|saying|shows|got|is|with)$/;
/** `INC`, `ref`, `bleep`: the number after it names something else. */
const namesSomethingElse =
  /(?:^|[^a-z])(?:tickets?|tkt|inc|req|ritm|sctask|chg|prb|refs?|reference|call|case|incident|request|job|order|patients?|hospital|nhs n\w+|asset|tag|serial|ext|extn|extension|phone|tel|telephone|mobile|bleep|pager|fax|ring|dial|text|rooms?|wards?|beds?|bays?|pages?|invoice|po|(?:cost|budget|product|item|post|stock|supplier) codes?|gmc|nmc|gphc|ods|uuid|payroll|staff|employee|mrn|rm|batch|lot|kb|bus|between|from|licence|postcode|claim|policy)(?:[^a-z]+(?:no|number|num|nr|is|id|ref|on|me|us|at|the|my|and)){0,3}[^a-z0-9]*$/;
const countsSomething =
  /^\s?(?:%|(?:patients?|people|staff|pounds?|quid|mg|ml|mcg|kg|g|mm|items?|appointments?|letters?|miles?|jabs?|doses?|users?|tablets?)(?![a-z]))/;

/** Whether a number that reads like `400_645` is a code here, or part of a phone, ticket, NHS or other number. */
export function isCode(spot: Spot, aboutUs: boolean): boolean {
  const before = spot.text.slice(Math.max(0, spot.from - reach), spot.from);
  const after = spot.text.slice(spot.to, spot.to + reach);
  if (!isApart(before, after, spot.gap)) return false;
  // An underscore is written in codes and nowhere else.
  if (spot.gap.includes('_') || /[a-z]/.test(spot.gap)) return true;
  if (countsSomething.test(after)) return false;
  const error = errorWords.test(before) || attachedWord.test(before);
  if (
    namesSomethingElse.test(before) &&
    !/(?:error|err|(?<!(?:cost|budget|product|item|post|stock|supplier) )code)[^a-z]*(?:[a-z]+[^a-z]+){0,2}$/.test(
      before,
    )
  ) {
    return false;
  }
  if (spot.gap !== '' && !spot.gap.includes(',')) return true;
  const alone =
    /^\W*$/.test(before) && /^\W*$/.test(after) && spot.from < reach && !/#/.test(before);
  return (
    alone ||
    error ||
    errorWords.test(after.slice(0, 16)) ||
    /^\W*(?:again|keeps)(?![a-z])/.test(after) ||
    aboutUs
  );
}

/** Digits, currency or letters that touch it make it part of something longer. */
function isApart(before: string, after: string, gap: string): boolean {
  const touching = /[a-z0-9]+$/.exec(before)?.[0] ?? '';
  if (touching !== '' && !attachedWord.test(touching)) return false;
  if (/[£$€+]\s?$/.test(before) || /\d[.,\-_/:]$/.test(before)) return false;
  if (/^[0-9]/.test(after) || /^[oil|]+(?![a-z])/.test(after) || /^[_\-./,:]\d/.test(after))
    return false;
  if (gap.includes('_')) return true;
  if (/#\s?$/.test(before)) return false;
  const followsNumber = /(?:\+\d+|\d{3,}|(?:^|\D)0\d*|\d\))[\s-]*$/.test(before);
  return !followsNumber && !/^\s*-?\s?\d{3,}/.test(after) && !/^\s\d\d\s?\d\d/.test(after);
}

/** Why a code that is named does not count: it is over, or it is said not to be the one. */
export type Dismissed = 'past' | 'denied';

const saidNotToBe =
  /(?:^|[^a-z])(?:not|isnt|isn't|wasnt|wasn't|no longer|rather than|instead of|never|dont get|don't get|without|stopped getting|nothing to do with|other than|except)(?:[^a-z0-9.,;!?\n]+(?:the|a|an|this|that|error|code|get|getting|got|see|seeing|have|having|it|is|showing|usual|same|about|old|normal)){0,4}[^a-z0-9.,;!?\n]*$/;
/** `no 400_645`, but neither `error no 400_645` nor `no, 400_645`. */
const saidNone = /(?<!(?:error|err|codes?|fault|ref|message|msg)[^a-z]*)(?<![a-z])no (?:more )?$/;
const saidOver =
  /(?:^|[^a-z])(?:we|i|they|you|he|she|it|already|got|have|has|had|just|been|was|ive|we've|i've|someone|somebody)[^a-z]+(?:(?:have|had|already|just|all|finally|now|since|got|been)[^a-z]+){0,3}(?:fixed|sorted|resolved|solved|cured|cleared|rid of)(?:[^a-z]+[a-z]+){0,4}[^a-z]*$/;
const saidOverAfter =
  /^[^a-z.!?\n]*(?:[a-z]+[^a-z.!?\n]+){0,4}(?:(?:is|was|were|been|now|got|all|has|that's|thats|its)[^a-z]+(?:(?:now|been|all|just|already|completely)[^a-z]+){0,2}(?:fixed|sorted|resolved|solved|gone|cured|cleared)|(?:is|now|that's|thats|its)[^a-z]+(?:(?:now|all)[^a-z]+)?(?:ok|fine)(?! elsewhere| on | for ))/;
const goneAfter =
  /^[^a-z]*(?:(?:is|are|error|code|has|have|does|do)[^a-z]+){0,2}(?:no longer|doesnt|doesn't|dont|don't|stopped)[^a-z]+(?:appear|appears|appearing|show|shows|showing|come|comes|coming|happen|happens|happening|there)/;
const cameBack =
  /(?:^|[^a-z])(?:back|again|still|return(?:ed|s)?|not fixed|isnt fixed|not sorted|reappeared)(?![a-z])/;

/** Reads the words around a code: `not 400_645`, `we fixed 400_645 last week`. */
export function isDismissed(spot: Spot): Dismissed | undefined {
  const before = spot.text.slice(Math.max(0, spot.from - 60), spot.from);
  const after = spot.text.slice(spot.to, spot.to + 60);
  if (saidNotToBe.test(before)) return /no longer|stopped/.test(before) ? 'past' : 'denied';
  if (saidNone.test(before)) return 'denied';
  if (goneAfter.test(after)) return 'past';
  if (!saidOver.test(before) && !saidOverAfter.test(after)) return undefined;
  return cameBack.test(before) || cameBack.test(after) ? undefined : 'past';
}
