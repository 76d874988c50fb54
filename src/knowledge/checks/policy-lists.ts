import { type Answers, answerOf } from './check.ts';
import type { NotAsked, Question } from './probe.ts';

/** A browser keeps a list as values named 1, 2, 3. More than that is read as “there may be more”. */
export const listSlots = [1, 2, 3, 4, 5] as const;

/** The machine’s policy wins over the person’s. */
export const hives = ['machine', 'user'] as const;
type Hive = (typeof hives)[number];

export const edgePolicies = 'SOFTWARE\\Policies\\Microsoft\\Edge';

/** A list of a policy as far as it could be read. */
export interface PolicyList {
  entries: string[];
  /** All slots are taken: there may be more entries than were read. */
  mayGoOn: boolean;
  notAsked: NotAsked | undefined;
}

/** Probes for one policy that is a list, in one hive. */
export function listProbes(policy: string, hive: Hive): Record<string, Question> {
  return Object.fromEntries(
    listSlots.map((slot): [string, Question] => [
      `${policy}-${hive}-${slot}`,
      {
        kind: 'registryValue',
        hive,
        key: `${edgePolicies}\\${policy}`,
        name: String(slot),
        view: '64',
      },
    ]),
  );
}

export function readList(answers: Answers, policy: string, hive: Hive): PolicyList {
  const entries: string[] = [];
  let notAsked: NotAsked | undefined;
  for (const slot of listSlots) {
    const answer = answerOf(answers, `${policy}-${hive}-${slot}`, 'registryValue');
    if (answer.outcome === 'answered') entries.push(String(answer.observed.data).trim());
    else if (answer.outcome !== 'absent') notAsked ??= answer.outcome;
  }
  return { entries, mayGoOn: entries.length === listSlots.length, notAsked };
}

/**
 * The list that counts: the machine’s where it has one. Undefined in `entries` when neither has one.
 */
export function countingList(answers: Answers, policy: string): PolicyList {
  const machine = readList(answers, policy, 'machine');
  if (machine.entries.length > 0 || machine.notAsked) return machine;
  return readList(answers, policy, 'user');
}
