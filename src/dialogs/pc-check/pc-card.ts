import type { Button, StepCard } from '../../cards/card-model.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { longMoment } from '../dates.ts';
import type { Pc, PcCheck } from '../pc-check.ts';
import { pcName } from './pc-name.ts';
import { checksToRepeat } from './verdicts.ts';

type Body = Pick<StepCard, 'heading' | 'answers'> & Partial<StepCard>;
interface At {
  case: string;
  step: number;
}

const askMe = (at: At, title = 'No, ask me the questions'): Button => ({
  title,
  action: { verb: 'no-check', ...at },
});

/** Teams cuts button texts that are longer. */
const longestTitle = 45;

function cut(name: string, room: number): string {
  return name.length <= room ? name : `${name.slice(0, room - 1)}…`;
}

function pickTitle({ name, online }: Pc, isOnly: boolean): string {
  const state = online ? 'on now' : 'off now';
  return isOnly
    ? `Yes, check ${cut(name, longestTitle - 11)}`
    : `${cut(name, longestTitle - 11)} (${state})`;
}

function consent(pc: PcCheck, at: At): Body {
  const [only, ...others] = pc.pcs;
  const isOnly = others.length === 0;
  const isOff = isOnly && only?.online === false;
  const seen = isOff && only.lastSeen ? `, last seen ${longMoment(only.lastSeen)}` : '';
  const first = isOff
    ? `It looks switched off${seen}. Switch it on first, if you can. `
    : isOnly
      ? ''
      : 'I check the one that you choose. ';
  return {
    heading: isOnly ? `Check ${only?.name}?` : 'Which PC has the problem?',
    hint: `${first}I only look, through ${pc.agent}, and nothing is changed. I keep a record of what I looked at and that you agreed.`,
    sections: [{ title: 'What I look at', steps: pc.asks.map(({ title }) => title), details: [] }],
    answers: [
      ...pc.pcs.map(
        (each): Button => ({
          title: pickTitle(each, isOnly),
          action: { verb: 'pick-pc', ...at, pc: each.id },
          ...(isOnly ? { primary: true } : {}),
        }),
      ),
      askMe(at, isOnly ? undefined : 'None of these, ask me the questions'),
    ],
  };
}

/** How far a run has come, once there is something to tell. */
function progressOf(out: PcCheck['out']): string {
  return out && out.answered > 0 ? `${out.answered} of ${out.total} looked at so far. ` : '';
}

function running(pc: PcCheck, at: At): Body {
  const { out } = pc;
  const name = pcName(pc);
  const progress = progressOf(out);
  const stop: Button = { title: 'Stop the check', action: { verb: 'stop-check', ...at } };
  if (out?.isLate) {
    return {
      heading: progress ? `${name} is slow to answer` : `${name} does not answer yet`,
      hint: progress
        ? `${progress}You do not have to wait. I will tell you when it has finished.`
        : 'It may be off, or not on the network. I will tell you when it answers.',
      answers: [{ ...askMe(at, 'Go on, and tell me later'), primary: true }, stop],
    };
  }
  return {
    heading: `Checking ${name}`,
    hint: `${progress}This takes about half a minute. You can leave this chat meanwhile.`,
    answers: [askMe(at, 'Stop the check and ask me')],
  };
}

/** What the card of a step about the PC itself says and offers. */
export function pcBody(pc: PcCheck, at: At): Body {
  switch (pc.stage) {
    case 'offered':
    case 'settled':
      return {
        heading: 'May I look at your PC?',
        hint: 'I can find out most of this from the PC itself, in about half a minute. I only look, and nothing is changed.',
        answers: [
          { title: 'Yes, find my PC', action: { verb: 'check-pc', ...at }, primary: true },
          askMe(at),
        ],
      };
    case 'finding':
      return {
        heading: 'Looking for your PC',
        hint: 'This takes a few seconds.',
        answers: [askMe(at, 'Ask me the questions instead')],
      };
    case 'naming':
      return {
        heading: 'What is the name of your PC?',
        hint: 'I could not find one that is yours. Type its name here. It is often on a sticker on the PC.',
        answers: [askMe(at, 'Ask me the questions instead')],
      };
    case 'choosing':
      return consent(pc, at);
    case 'checking':
      return running(pc, at);
  }
}

/** “Check again”, where something was wrong or may have changed and nothing is out. */
export function againButton(topic: Topic, trouble: Case): Button[] {
  const { pc } = trouble;
  if (!pc?.consent || pc.out) return [];
  if (checksToRepeat(topic, trouble).length === 0) return [];
  return [
    {
      title: `Check ${cut(pc.consent.pc.name, longestTitle - 12)} again`,
      action: { verb: 'check-again', case: trouble.id, step: trouble.step },
    },
  ];
}
