import type { Action } from '../../cards/action.ts';
import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { checksForColdStart } from '../../knowledge/most-likely.ts';
import type { Case } from '../case.ts';
import type { Fleet, FleetRequest, PcCheck } from '../pc-check.ts';
import type { Turn } from '../turn.ts';
import { goOnWithSteps, goToFix } from './go-on-with-steps.ts';
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

/** A changed case, and what to ask the fleet agent for it. */
export interface PcMove {
  trouble: Case;
  requests: readonly FleetRequest[];
}

const unchanged = (trouble: Case): PcMove => ({ trouble, requests: [] });

/** The checks of a topic that can be asked: for a check of the PC alone, all of them. */
export function asksOf(topic: Topic, fleet: Fleet): PcCheck['asks'] {
  const wanted =
    topic.id === checkMyPc.id
      ? checksForColdStart
      : (topic.checks?.causes.map(({ check }) => check) ?? []);
  return wanted.flatMap((id) => {
    const title = fleet.checks.get(id);
    return title === undefined ? [] : [{ id, title }];
  });
}

function withPc(trouble: Case, now: string, change: Partial<PcCheck>): Case {
  if (!trouble.pc) return trouble;
  return {
    ...trouble,
    step: trouble.step + 1,
    updatedAt: now,
    pc: { ...trouble.pc, ...change },
  };
}

/** Asks the agent which PCs are the person's. */
export function findPcs(turn: Turn, topic: Topic, trouble: Case): PcMove {
  const { now, fleet } = turn;
  if (!fleet) return unchanged(trouble);
  const task = turn.newTaskId();
  const pc: PcCheck = {
    findings: [],
    ...trouble.pc,
    agent: fleet.agent,
    stage: 'finding',
    pcs: [],
    asks: asksOf(topic, fleet),
    out: { task, since: now, answered: 0, total: 0, isLate: false },
  };
  return {
    trouble: { ...trouble, pc, step: trouble.step + 1, updatedAt: now },
    requests: [{ kind: 'find-pcs', task, caseId: trouble.id }],
  };
}

/** Looks for a PC that the person named. Whether it is theirs is for the agent to prove. */
function findNamedPc(turn: Turn, trouble: Case, name: string): PcMove {
  const task = turn.newTaskId();
  const out = { task, since: turn.now, answered: 0, total: 0, isLate: false };
  return {
    trouble: withPc(trouble, turn.now, { stage: 'finding', out }),
    requests: [{ kind: 'name-pc', task, caseId: trouble.id, name }],
  };
}

function reasonFor(trouble: Case, repeated: readonly string[]): string {
  const changed = trouble.pc?.findings.filter(
    ({ check, isOld }) => isOld && repeated.includes(check),
  );
  const since = changed?.length
    ? `, done since: ${changed.map(({ check }) => check).join(', ')}`
    : '';
  return `Smartcard log in, case ${trouble.id}${since}`;
}

/** Asks the agent to look at a PC. The press was the person's consent to just this. */
function runChecks(
  turn: Turn,
  trouble: Case,
  { pc, checks, isRepeat }: Omit<NonNullable<PcCheck['consent']>, 'at'>,
): PcMove {
  const { now } = turn;
  const task = turn.newTaskId();
  const { id, name } = pc;
  return {
    trouble: withPc(trouble, now, {
      stage: 'checking',
      consent: { pc, checks, isRepeat, at: now },
      out: { task, since: now, answered: 0, total: checks.length, isLate: false },
    }),
    requests: [
      {
        kind: 'check-run',
        task,
        caseId: trouble.id,
        pc: { id, name },
        checks,
        reason: reasonFor(trouble, checks),
      },
    ],
  };
}

/** Why a press about the PC cannot be done as asked, in words for the card. */
function obstacle(turn: Turn): string | undefined {
  if (!turn.fleet) return 'I cannot check PCs at the moment, so I ask you instead.';
  if (turn.place.kind !== 'personal') {
    return 'I check a PC only from your own chat with me. Here I ask you instead.';
  }
  return undefined;
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
      return runChecks(turn, trouble, { pc: chosen, checks, isRepeat: false });
    }
    case 'check-again': {
      const repeated = checksToRepeat(topic, trouble).filter((id) => turn.fleet?.checks.has(id));
      if (!pc.consent || pc.out || repeated.length === 0) return unchanged(trouble);
      if (stop) return unchanged(goOnWithSteps(topic, trouble, turn.now, stop));
      const again = { pc: pc.consent.pc, checks: repeated, isRepeat: true };
      return runChecks(turn, trouble, again);
    }
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
      return unchanged(goToFix(topic, trouble, turn.now));
  }
}

function stopCheck(topic: Topic, trouble: Case, now: string): PcMove {
  if (!trouble.pc) return unchanged(trouble);
  const { out, ...pc } = trouble.pc;
  return {
    trouble: goOnWithSteps(topic, { ...trouble, pc }, now),
    requests: out ? [{ kind: 'cancel', task: out.task }] : [],
  };
}
