import type { Finding } from '../../knowledge/checks/finding.ts';
import type { Pc } from '../pc-check.ts';

// A card holds a dozen findings, twice, within the 28 KB that Teams allows it.
const longestFound = 200;
/** The longest name that DNS has. */
const longestName = 63;

/** One line without letters that cannot be seen or that turn the line around. */
function oneLine(text: string, most: number): string {
  const letters = [...text.replace(/\p{C}+/gu, ' ').trim()];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

/** Without what cards read as markup: headings do, and have no other way to show a text. */
function withoutMarkup(text: string): string {
  return text.replace(/[*`[\]<>~|\\]/g, '');
}

/** A PC as the agent names it, made fit for a heading and a button. */
export function tidyPc(pc: Pc): Pc {
  const name = oneLine(pc.name.replace(/[^\p{L}\p{N} ._'()-]/gu, ''), longestName);
  return { ...pc, name: name || 'PC without a name' };
}

/** A finding with what the PC said in it made fit for a card and for the summary. */
export function tidyFinding(finding: Finding): Finding {
  return {
    ...finding,
    reason: withoutMarkup(oneLine(finding.reason, longestFound)),
    found: oneLine(finding.found, longestFound),
  };
}
