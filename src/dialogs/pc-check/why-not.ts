import type { FleetNews, PcCheck } from '../pc-check.ts';
import { pcName } from './pc-name.ts';

export type Failure = Extract<FleetNews, { kind: 'failed' }>['why'];

/** Why a PC could not be looked at, and how it goes on, in words for the card. */
export function whyNot(why: Failure, pc: PcCheck): string {
  const name = pcName(pc);
  // On a second look the person has a fix in front of them, not a question.
  const isRepeat = pc.consent?.wrong !== undefined;
  switch (why) {
    case 'unreachable':
      return isRepeat
        ? 'I cannot check PCs at the moment, so I could not look again.'
        : 'I cannot check PCs at the moment, so I ask you instead.';
    case 'not-yours':
      return isRepeat
        ? `I cannot see that ${name} is yours, so I did not look again.`
        : `I cannot see that ${name} is yours, so I did not check it. I ask you instead.`;
    case 'expired':
      return isRepeat
        ? `${name} did not answer, so I could not look again.`
        : `${name} did not answer. I ask you instead.`;
  }
}
