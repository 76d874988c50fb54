import { z } from 'zod';
import { notAsked, Observed, type Probe, type ProbeResult } from '../../knowledge/checks/probe.ts';
import type { Device, RunState } from '../fleet-driver.ts';
import { FleetFailure } from '../fleet-failure.ts';
import { AgentId } from './agent-id.ts';

/** A name is shown and kept: letters that cannot be seen would only make it look like another. */
const deviceName = z
  .string()
  .transform((name) => name.replace(/\p{C}/gu, '').trim())
  .pipe(z.string().min(1).max(100));

const DeviceAnswer = z.object({
  id: AgentId,
  name: deviceName,
  online: z.boolean(),
  lastSeen: z.iso.datetime({ offset: true }).nullish().catch(undefined),
  primaryUser: z.string().max(320).nullish().catch(undefined),
});
type DeviceAnswer = z.infer<typeof DeviceAnswer>;

const Devices = z.object({ devices: z.array(z.unknown()).max(10_000) });

const RunAnswer = z.object({
  id: AgentId,
  deviceId: AgentId,
  status: z.enum(['queued', 'running', 'finished', 'expired', 'cancelled']),
  results: z.array(z.unknown()).max(10_000),
});

const ResultAnswer = z.object({
  probeId: z.string(),
  outcome: z.string(),
  observed: z.unknown().optional(),
});

const Accepted = z.object({ id: AgentId });

function parsed<T>(schema: z.ZodType<T>, body: unknown, what: string): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') ?? '';
  throw new FleetFailure('wrong', `${what} is not what the contract says, at "${where}"`);
}

function deviceFrom({ id: deviceId, name, online, lastSeen }: DeviceAnswer): Device {
  return { id: deviceId, name, online, lastSeen: lastSeen ?? undefined };
}

/** The devices of a list. One that cannot be read is left out, the others are not its fault. */
export function readDevices(body: unknown): Device[] {
  const { devices } = parsed(Devices, body, 'the list of devices');
  const known = new Map<string, Device>();
  for (const each of devices) {
    const device = DeviceAnswer.safeParse(each);
    if (device.success && !known.has(device.data.id)) {
      known.set(device.data.id, deviceFrom(device.data));
    }
  }
  return [...known.values()];
}

/** The person this device is assigned to. */
export function readPrimaryUser(body: unknown, deviceId: string): string | undefined {
  const { id, primaryUser } = parsed(DeviceAnswer, body, 'the device');
  if (id !== deviceId) throw new FleetFailure('wrong', 'the agent answered with another device');
  return primaryUser ?? undefined;
}

export function readAccepted(body: unknown): string {
  return parsed(Accepted, body, 'the accepted run').id;
}

/** A result whose outcome we do not know, or whose value does not fit its probe, is no answer. */
function resultFrom(probe: Probe, outcome: string, observed: unknown): ProbeResult {
  if (outcome === 'absent') return { outcome };
  if (outcome === 'answered') {
    const value = Observed[probe.kind].safeParse(observed);
    return value.success ? { outcome, observed: value.data } : { outcome: 'error' };
  }
  return { outcome: notAsked.find((known) => known === outcome) ?? 'error' };
}

/**
 * How a run stands. Results of probes that were not asked, or that cannot be read, are dropped: a probe
 * without a result counts as not asked. Of two for one probe the first counts.
 */
export function readRun(
  body: unknown,
  {
    agentRunId,
    deviceId,
    probes,
  }: { agentRunId: string; deviceId: string; probes: readonly Probe[] },
): Omit<RunState, 'retryAfterMs'> {
  const run = parsed(RunAnswer, body, 'the run');
  if (run.id !== agentRunId || run.deviceId !== deviceId) {
    throw new FleetFailure('wrong', 'the agent answered with another run');
  }
  const asked = new Map(probes.map((probe) => [probe.id, probe]));
  const results: Record<string, ProbeResult> = {};
  for (const each of run.results) {
    const result = ResultAnswer.safeParse(each);
    if (!result.success) continue;
    const { probeId, outcome, observed } = result.data;
    const probe = asked.get(probeId);
    if (probe && !Object.hasOwn(results, probeId)) {
      results[probeId] = resultFrom(probe, outcome, observed);
    }
  }
  return { status: run.status, results };
}
