import type { Action } from '../../cards/action.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import type { Turn } from '../turn.ts';
import { findNamedPc, findPcs, type PcMove, runChecks, unchanged } from './ask-the-agent.ts';
import { goOnWithSteps, goToLateFix } from './go-on-with-steps.ts';
import { checksToRepeat } from './verdicts.ts';

/** A press about the PC itself. */
export type PcAction = Extract<
  Action,
  {
    verb:
      | 'check-pc'
      | 'name-pc'
      | 'pick-pc'
      | 'check-again'
      | 'no-check'
      | 'stop-check'
      | 'go-to-fix';
  }
>;

/** Why a press about the PC cannot be done as asked, in words for the card. */
function obstacle(turn: Turn): string | undefined {
  if (!turn.fleet) return 'I cannot check PCs at the moment, so I ask you instead.';
  if (turn.place.kind !== 'personal') {
    return 'I check a PC only from your own chat with me. Here I ask you instead.';
  }
  return undefined;
}

/** Why a second look cannot be had. The step at hand may be a fix, so nothing is said of asking. */
function obstacleToRepeat(turn: Turn, checks: readonly string[]): string | undefined {
  if (turn.fleet && turn.place.kind !== 'personal') {
    return 'I check a PC only from your own chat with me.';
  }
  return checks.length === 0 ? 'I cannot check PCs at the moment.' : undefined;
}

/** “Check again”: the same PC, and of its checks those that are worth asking again. */
function checkAgain(turn: Turn, topic: Topic, trouble: Case): PcMove {
  const { consent, out, stage } = trouble.pc ?? {};
  const wanted = checksToRepeat(topic, trouble);
  if (!consent || out || stage !== 'settled' || wanted.length === 0) return unchanged(trouble);
  const checks = wanted.filter((id) => turn.fleet?.checks.has(id));
  const stop = obstacleToRepeat(turn, checks);
  if (stop) return unchanged(goOnWithSteps(topic, trouble, turn.now, stop));
  return runChecks(turn, trouble, consent.pc, checks);
}

/**
 * Does what a button about the PC says. The PC comes from the list that the agent gave for this
 * person: an id that is not on it changes nothing, whoever made the card.
 */
export function actOnPc(turn: Turn, topic: Topic, trouble: Case, action: PcAction): PcMove {
  const { pc } = trouble;
  if (!pc) return unchanged(trouble);
  const stop = obstacle(turn);
  switch (action.verb) {
    case 'check-pc':
      if (pc.stage !== 'offered') return unchanged(trouble);
      return stop
        ? unchanged(goOnWithSteps(topic, trouble, turn.now, stop))
        : findPcs(turn, topic, trouble);
    case 'name-pc':
      if (pc.stage !== 'naming') return unchanged(trouble);
      return stop
        ? unchanged(goOnWithSteps(topic, trouble, turn.now, stop))
        : findNamedPc(turn, trouble, action.name);
    case 'pick-pc': {
      const chosen = pc.pcs.find(({ id }) => id === action.pc);
      if (pc.stage !== 'choosing' || !chosen) return unchanged(trouble);
      if (stop) return unchanged(goOnWithSteps(topic, trouble, turn.now, stop));
      const checks = pc.asks.map(({ id }) => id);
      return runChecks(turn, trouble, chosen, checks);
    }
    case 'check-again':
      return checkAgain(turn, topic, trouble);
    case 'no-check':
      if (pc.stage === 'settled') return unchanged(trouble);
      // A run that waits for a PC that is off goes on: the person is told when it answers.
      return pc.out?.isLate && pc.stage === 'checking'
        ? unchanged(goOnWithSteps(topic, trouble, turn.now))
        : stopCheck(topic, trouble, turn.now);
    case 'stop-check':
      return pc.stage === 'settled' && !pc.out
        ? unchanged(trouble)
        : stopCheck(topic, trouble, turn.now);
    case 'go-to-fix':
      return unchanged(goToLateFix(turn, topic, trouble));
  }
}

/** “Go back” from the PC: to the offer while nothing was agreed to, else to the step the case is at. */
export function goBackFromPc(topic: Topic, trouble: Case, now: string): PcMove {
  const { trouble: stopped, requests } = stopCheck(topic, trouble, now);
  return stopped.pc && !stopped.pc.consent && stopped.status === 'open'
    ? { trouble: { ...stopped, pc: { ...stopped.pc, stage: 'offered' } }, requests }
    : { trouble: stopped, requests };
}

function stopCheck(topic: Topic, trouble: Case, now: string): PcMove {
  if (!trouble.pc) return unchanged(trouble);
  const { out, ...pc } = trouble.pc;
  return {
    trouble: goOnWithSteps(topic, { ...trouble, pc }, now),
    requests: out ? [{ kind: 'cancel', task: out.task }] : [],
  };
}
