import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type IPolicy,
} from 'cockatiel';
import type { FleetDriver } from './fleet-driver.ts';
import { FleetFailure } from './fleet-failure.ts';

const mostFailures = 5;
const restMs = 30_000;

/** An agent that answers, if only to refuse, is there. */
const notThere = new Set<FleetFailure['kind']>(['unreachable', 'slow', 'down']);

async function throughBreaker<Result>(
  breaker: IPolicy,
  call: () => Promise<Result>,
): Promise<Result> {
  try {
    return await breaker.execute(call);
  } catch (error) {
    if (!(error instanceof BrokenCircuitError)) throw error;
    throw new FleetFailure('unreachable', 'the agent has not answered lately and is left alone');
  }
}

/**
 * A driver that stops asking: after five calls in a row without an answer, calls fail at once for
 * thirty seconds. Then one is let through to see whether the agent is back.
 */
export function withCircuitBreaker(driver: FleetDriver): FleetDriver {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof FleetFailure && notThere.has(error.kind)),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(mostFailures) },
  );
  const guard =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    (...args: Args) =>
      throughBreaker(breaker, () => call(...args));
  const { deviceNamed } = driver;
  return {
    devicesOf: guard(driver.devicesOf),
    ...(deviceNamed ? { deviceNamed: guard(deviceNamed) } : {}),
    isDeviceOf: guard(driver.isDeviceOf),
    begin: guard(driver.begin),
    look: guard(driver.look),
    cancel: guard(driver.cancel),
  };
}
