import { Action } from '../../cards/action.ts';
import type { PcCheck } from '../pc-check.ts';
import { plainWords } from '../plain-words.ts';
import type { PcAction } from './act-on-pc.ts';

const yes = /^(yes|yep|yeah|yup|ok|okay|sure|go ahead|please|yes please)\b/;
const no = /^(no|nope|nah|stop|cancel|do not|dont|ask me)\b/;

/** Names of PCs have digits, dashes or capitals. “help” and “ERR1000” are no names of PCs. */
function looksLikePcName(text: string): boolean {
  return /[\d-]|^[A-Z]{3,}$/.test(text) && !/^(err|pr|inf)\d/i.test(text);
}

/** What a text means at a step about the PC: an answer typed instead of pressed, or the name of a PC. */
export function typedAboutPc(
  pc: PcCheck,
  text: string,
  at: { case: string; step: number },
): PcAction | undefined {
  const said = plainWords(text);
  if (pc.stage === 'naming') {
    const name = text.trim();
    const named = Action.safeParse({ verb: 'name-pc', ...at, name });
    if (looksLikePcName(name) && named.success) return named.data as PcAction;
  }
  if (no.test(said)) return { verb: 'no-check', ...at };
  if (pc.stage === 'offered' && yes.test(said)) return { verb: 'check-pc', ...at };
  if (pc.stage !== 'choosing') return undefined;
  const [only, ...others] = pc.pcs;
  const named = pc.pcs.find(({ name }) => plainWords(name) === said);
  const chosen = named ?? (yes.test(said) && others.length === 0 ? only : undefined);
  return chosen && { verb: 'pick-pc', ...at, pc: chosen.id };
}
