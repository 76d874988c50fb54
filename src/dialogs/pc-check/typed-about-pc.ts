import { Action } from '../../cards/action.ts';
import type { PcCheck } from '../pc-check.ts';
import { plainWords } from '../plain-words.ts';
import type { PcAction } from './act-on-pc.ts';
import { pcBody } from './pc-card.ts';

// A PC is looked at only after a yes that is nothing but a yes: “please stop” is none.
const yes =
  /^(yes|yep|yeah|yup|ok|okay|sure|please|go ahead)( (yes|please|sure|do|do it|do that|go ahead|check it|check my pc|check this pc|you may|you can|of course|thats fine|that is fine))*$/;
const stop = /^(please )?(stop|cancel)\b/;
const no = /^(no|nope|nah|do not|dont|ask me|none)\b/;

/** Names of PCs have digits, dashes or capitals. “help” and “ERR1000” are no names of PCs. */
function looksLikePcName(text: string): boolean {
  return /[\d-]|^[A-Z]{3,}$/.test(text) && !/^(err|pr|inf)\d/i.test(text);
}

/** The button whose words were typed. */
function buttonTyped(pc: PcCheck, said: string, at: { case: string; step: number }) {
  const button = pcBody(pc, at).answers.find(({ title }) => plainWords(title) === said);
  return button?.action as PcAction | undefined;
}

/** What a text means at a step about the PC: an answer typed instead of pressed, or the name of a PC. */
export function typedAboutPc(
  pc: PcCheck,
  text: string,
  at: { case: string; step: number },
): PcAction | undefined {
  const said = plainWords(text);
  const typed = buttonTyped(pc, said, at);
  if (typed) return typed;
  if (pc.stage === 'naming') {
    const name = text.trim();
    const named = Action.safeParse({ verb: 'name-pc', ...at, name });
    if (looksLikePcName(name) && named.success) return named.data as PcAction;
  }
  if (stop.test(said)) return { verb: 'stop-check', ...at };
  if (no.test(said)) return { verb: 'no-check', ...at };
  if (pc.stage === 'offered' && yes.test(said)) return { verb: 'check-pc', ...at };
  if (pc.stage !== 'choosing') return undefined;
  const [only, ...others] = pc.pcs;
  const named = pc.pcs.find(({ name }) => plainWords(name) === said);
  const chosen = named ?? (yes.test(said) && others.length === 0 ? only : undefined);
  return chosen && { verb: 'pick-pc', ...at, pc: chosen.id };
}
