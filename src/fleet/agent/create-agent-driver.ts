import type { FleetDriver, RunRequest } from '../fleet-driver.ts';
import { FleetFailure } from '../fleet-failure.ts';
import {
  type JsonAnswer,
  type JsonRequest,
  requestJson,
  retryAfterMs,
  StatusFailure,
} from '../request-json.ts';
import type { CheckRunRequest } from './agent-api.ts';
import { type AgentCredentials, createTokenSource } from './credentials.ts';
import { readAccepted, readDevices, readPrimaryUser, readRun } from './read-answers.ts';

interface Options {
  /** Such as `https://fleet.example`, without a slash at the end. */
  baseUrl: string;
  credentials: AgentCredentials;
  /** Where the agent tells that a run is over. Absent: runs are looked at until they are. */
  callbackUrl?: string;
  now: () => Date;
  timeoutMs?: number;
}

const isUnknown = (error: unknown) => error instanceof FleetFailure && error.kind === 'unknown';

function bodyOf(request: RunRequest, callbackUrl: string | undefined): CheckRunRequest {
  const { deviceId, upn, reason, probes, expiresInSeconds } = request;
  return {
    deviceId,
    requestedBy: { upn },
    reason,
    probes: [...probes],
    expiresInSeconds,
    ...(callbackUrl ? { callbackUrl } : {}),
  };
}

/** Speaks the fleet agent API, `fleet-agent.openapi.yaml`. */
export function createAgentDriver({
  baseUrl,
  credentials,
  callbackUrl,
  now,
  timeoutMs = 10_000,
}: Options): FleetDriver {
  const tokens = createTokenSource(credentials, now);

  async function call(
    path: string,
    request: Omit<JsonRequest, 'url' | 'timeoutMs'> = {},
  ): Promise<JsonAnswer> {
    const ask = (token: string) =>
      requestJson({
        ...request,
        url: new URL(`${baseUrl}${path}`),
        headers: { ...request.headers, authorization: `Bearer ${token}` },
        timeoutMs,
      });
    const token = await tokens.token();
    try {
      return await ask(token);
    } catch (error) {
      // A token may be taken back before its time. With a fresh one it is asked once more. A 403 is about
      // what the bot may do, which a fresh token does not change.
      const isRefused = error instanceof StatusFailure && error.status === 401;
      if (!isRefused || !tokens.refused(token)) throw error;
      return ask(await tokens.token());
    }
  }

  const devicesOf = async (upn: string) =>
    readDevices((await call(`/v1/devices?${new URLSearchParams({ user: upn })}`)).body);

  const runPath = (id: string) => `/v1/check-runs/${encodeURIComponent(id)}`;

  return {
    devicesOf,
    async isDeviceOf(deviceId, upn) {
      const own = await devicesOf(upn);
      if (own.some(({ id }) => id === deviceId)) return true;
      try {
        const { body } = await call(`/v1/devices/${encodeURIComponent(deviceId)}`);
        return readPrimaryUser(body, deviceId)?.toLowerCase() === upn.toLowerCase();
      } catch (error) {
        if (isUnknown(error)) return false;
        throw error;
      }
    },
    async begin(request) {
      const { body } = await call('/v1/check-runs', {
        method: 'POST',
        headers: { 'idempotency-key': request.key },
        body: bodyOf(request, callbackUrl),
      });
      return readAccepted(body);
    },
    async look(run) {
      const { body, headers } = await call(runPath(run.agentRunId));
      const state = readRun(body, run);
      return {
        ...state,
        results: { ...run.results, ...state.results },
        retryAfterMs: retryAfterMs(headers, now().getTime()),
      };
    },
    async cancel(agentRunId) {
      try {
        await call(runPath(agentRunId), { method: 'DELETE' });
      } catch (error) {
        // It has ended, and the agent has forgotten it.
        if (!isUnknown(error)) throw error;
      }
    },
  };
}
