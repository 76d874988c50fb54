import type { Mention, Reading } from './read-concepts.ts';
import { fillers, generalWords } from './vocabulary/fillers.ts';

/** What may have a name before it: "the appointment app", "the BMA website". */
const named = new Set(['software', 'web-app']);
/** They say which, but name nothing. */
const plainWords = new Set([
  ...fillers,
  ...generalWords,
  ...`nhs digital england hscn gp surgery practice hospital trust ward clinic reception pharmacy dispensary office clinical prescription prescriptions silent manual
    automatic offline online fresh full clean quick simple initial first next final same whole main entire actual whatever random
    blue green red little small big silly stupid bloody damn right wrong correct official required national central local remote
    failed failing admin administrator msi exe citrix group complete completed finish finished begin attempt continue pls help want wants needs need never ever both after during about`.split(
    /\s+/,
  ),
]);
/** Where our own programs listen. */
const ourPorts = new Set('43485 43487 44213 45031 46478 48853 55000'.split(' '));

/** Names and ports of programs we have never heard of: what is said of them is not said of ours. */
export function strangeNames({ words, mentions }: Reading): Mention[] {
  const covered = new Set<number>();
  for (const { from, to } of mentions) for (let at = from; at <= to; at++) covered.add(at);
  return mentions.flatMap(({ concepts, from, to, parts }) => {
    if (parts.length > 0) return [];
    if (concepts[0] === 'localhost') {
      const port = words[to + 1] ?? '';
      return /^\d{4,5}$/.test(port) && !ourPorts.has(port) ? [elsewhereAt(to + 1)] : [];
    }
    const isName = (at: number): boolean => {
      const word = words[at] ?? '';
      return !covered.has(at) && /^[a-z]{3,}$/.test(word) && !plainWords.has(word);
    };
    const [concept = ''] = concepts;
    // "Sandra's app", "the downloaded app": not the name of one.
    const nameless = /(?:s|ed|ing)$/.test(words[from - 1] ?? '');
    if (named.has(concept)) return isName(from - 1) && !nameless ? [elsewhereAt(from - 1)] : [];
    // Many words stand before "install"; two strange ones are a name.
    return concept === 'install' && isName(from - 1) && isName(from - 2)
      ? [elsewhereAt(from - 1)]
      : [];
  });
}

function elsewhereAt(at: number): Mention {
  return { concepts: ['elsewhere'], from: at, to: at, parts: [] };
}
