import { answerProbe } from '../../../dev/fleet-simulator/answer-probe.ts';
import { changePc } from '../../../dev/fleet-simulator/faults.ts';
import {
  healthyPc,
  inventedProcess,
  inventedProductCode,
  type PcState,
} from '../../../dev/fleet-simulator/pc-state.ts';
import type { StepCard } from '../../../src/cards/card-model.ts';
import type { Fleet, Pc } from '../../../src/dialogs/pc-check.ts';
import { judgeChecks } from '../../../src/fleet/judge-checks.ts';
import { allChecks } from '../../../src/knowledge/checks/all-checks.ts';
import { probesOf, type Verdict } from '../../../src/knowledge/checks/check.ts';
import type { Finding } from '../../../src/knowledge/checks/finding.ts';
import { buttonsOf, type Chat, createChat } from '../../support/chat.ts';

/** A fleet agent that can be asked everything. */
export const fleet: Fleet = {
  agent: 'the Ward Fleet agent',
  checks: new Map(allChecks.map(({ id, title }) => [id, title])),
  canFindByName: false,
};

export const ward: Pc = {
  id: 'pc-7',
  name: 'WARD7-PC12',
  online: true,
  lastSeen: '2026-11-22T08:50:00.000Z',
};
export const clinic: Pc = { ...ward, id: 'pc-8', name: 'CLINIC-LT3' };

/** When the agent answered: a little after a chat begins. */
const answeredAt = '2026-11-22T09:05:00.000Z';

/** A finding with a verdict of one's choice, worded as plainly as a test needs. */
export function findingOf(check: string, verdict: Verdict, parts: Partial<Finding> = {}): Finding {
  const known = allChecks.find(({ id }) => id === check);
  if (!known) throw new Error(`There is no check ${check}.`);
  return {
    check,
    verdict,
    title: known.title,
    expected: known.expected,
    isOurs: known.basis === 'ours',
    reason: `${known.title}: ${verdict}`,
    found: verdict === 'healthy' ? known.expected : `Seen as ${verdict}`,
    at: answeredAt,
    ...(verdict === 'cannot-tell' ? { notAsked: 'timeout' as const } : {}),
    ...parts,
  };
}

const settings = {
  processName: inventedProcess,
  productCodes: [inventedProductCode],
  logInOrigins: ['https://am.nhsidentity.spineservices.nhs.uk'],
};
const upn = 'ada@trust.example';

/** A PC on which some checks find a fault, or cannot be asked. */
export function pcWith(faults: readonly string[] = [], parts: Partial<PcState> = {}): PcState {
  const pc = healthyPc('WARD7-PC12', [upn], { bootedAt: '2026-11-20T06:12:00Z', ...parts });
  changePc(pc, 'breakIt', faults);
  return pc;
}

/** What the real checks say of a simulated PC. */
export function lookAt(pc: PcState, checks: readonly string[]): Finding[] {
  const wanted = allChecks.filter(({ id }) => checks.includes(id));
  const results = Object.fromEntries(
    probesOf(wanted, settings).map((probe) => [probe.id, answerProbe(pc, probe, upn)]),
  );
  return judgeChecks(wanted, results, {
    settings,
    at: new Date(answeredAt),
    redact: (text) => text,
  });
}

export const newChat = (parts: Partial<Fleet> = {}) =>
  createChat({ kind: 'personal', mentioned: true }, { ...fleet, ...parts });

/** A nurse with 400_645, before whose first question the offer is made. */
export function offered(parts: Partial<Fleet> = {}): Chat {
  const chat = newChat(parts);
  chat.say('I get error 400_645');
  chat.pressTitle('I am not in IT');
  return chat;
}

/** The agent has told the PCs, and consent is asked for. */
export function choosing(pcs: readonly Pc[] = [ward], chat = offered()): Chat {
  chat.pressTitle('Yes, find my PC');
  chat.hear({ kind: 'pcs', pcs });
  return chat;
}

/** The person has agreed, and the run is out. */
export function checking(chat = choosing()): Chat {
  chat.pressTitle('Yes, check WARD7-PC12');
  return chat;
}

/** The last run that was asked for. */
export function lastRun(chat: Chat) {
  const run = chat.asked().findLast((request) => request.kind === 'check-run');
  if (run?.kind !== 'check-run') throw new Error('No run was asked for.');
  return run;
}

/** The run that is out finds what the PC has. */
export function found(pc: PcState, chat = checking(), after?: number): Chat {
  const findings = lookAt(pc, lastRun(chat).checks);
  chat.hear({ kind: 'found', findings }, after === undefined ? {} : { after });
  return chat;
}

/** The case the chat is about. */
export function theCase(chat: Chat) {
  const [trouble] = chat.cases();
  if (!trouble) throw new Error('No case yet.');
  return trouble;
}

export function stepCard(chat: Chat): StepCard {
  const card = chat.card();
  if (card.card !== 'step') throw new Error(`A ${card.card} card is shown: ${card.toast}`);
  return card;
}

export const titlesOf = (chat: Chat) => buttonsOf(chat.card()).map(({ title }) => title);
export const runsOf = (chat: Chat) => chat.asked().filter(({ kind }) => kind === 'check-run');
