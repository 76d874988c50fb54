import type { RunState, StartedRun } from '../../../src/fleet/fleet-driver.ts';
import { createFleetdmDriver } from '../../../src/fleet/fleetdm/create-fleetdm-driver.ts';
import type { Probe, ProbeResult, Question } from '../../../src/knowledge/checks/probe.ts';
import { type FakePc, testNow } from './fake-pc.ts';
import { type FakeFleetdm, startFakeFleetdm } from './start-fake-fleetdm.ts';

export const ada = 'ada@trust.example';
export const bob = 'bob@trust.example';

/** The driver as the bot makes it, for a fake server. */
export function driverFor(
  { url, token }: Pick<FakeFleetdm, 'url' | 'token'>,
  { now = () => testNow, ...more }: { now?: () => Date; queryMs?: number } = {},
) {
  return createFleetdmDriver({ baseUrl: url, token, now, ...more });
}

/** A run that has begun on the PC with number 12. */
export function runOf(probes: readonly Probe[], parts: Partial<StartedRun> = {}): StartedRun {
  return {
    key: 'task-1',
    agentRunId: 'task-1',
    deviceId: '12',
    upn: ada,
    reason: 'Smartcard log in, case SC-1',
    expiresInSeconds: 14_400,
    probes,
    results: {},
    ...parts,
  };
}

/** Runs with a server of these PCs, and stops it. */
export async function withFleet<Result>(
  pcs: FakePc[],
  use: (fleet: FakeFleetdm) => Promise<Result>,
): Promise<Result> {
  const fleet = await startFakeFleetdm(pcs);
  let result: Result;
  try {
    result = await use(fleet);
  } catch (error) {
    // What the test found comes first; a query that broke the rules is often its cause.
    await fleet.close().catch((cause: unknown) => {
      throw new AggregateError([error, cause], String(cause));
    });
    throw error;
  }
  await fleet.close();
  return result;
}

/** How a run stands after one look at a PC. */
export function lookAt(
  pc: FakePc,
  probes: readonly Probe[],
  parts: Partial<StartedRun> = {},
): Promise<RunState> {
  return withFleet([pc], (fleet) =>
    driverFor(fleet).look(runOf(probes, { deviceId: String(pc.id), ...parts })),
  );
}

/** What a PC answers to one question. */
export async function answerOf(
  pc: FakePc,
  question: Question,
  upn = ada,
): Promise<ProbeResult | undefined> {
  const { results } = await lookAt(pc, [{ id: 'probe', ...question }], { upn });
  return results.probe;
}
