import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { checksForColdStart } from '../../knowledge/most-likely.ts';
import type { Case } from '../case.ts';
import type { Fleet, FleetRequest, Pc, PcCheck } from '../pc-check.ts';
import type { Turn } from '../turn.ts';

/** A changed case, and what to ask the fleet agent for it. */
export interface PcMove {
  trouble: Case;
  requests: readonly FleetRequest[];
}

export const unchanged = (trouble: Case): PcMove => ({ trouble, requests: [] });

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
export function findNamedPc(turn: Turn, trouble: Case, name: string): PcMove {
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
export function runChecks(turn: Turn, trouble: Case, pc: Pc, checks: readonly string[]): PcMove {
  const { now } = turn;
  const task = turn.newTaskId();
  const { id, name } = pc;
  // What was found on another PC says nothing of this one.
  const findings = trouble.pc?.consent?.pc.id === id ? trouble.pc.findings : [];
  const seen = findings.filter(({ check }) => checks.includes(check));
  const wrong = seen.filter(({ verdict }) => verdict === 'unhealthy').map(({ check }) => check);
  return {
    trouble: withPc(trouble, now, {
      stage: 'checking',
      consent: { pc, checks, at: now, ...(seen.length > 0 ? { wrong } : {}) },
      findings,
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
