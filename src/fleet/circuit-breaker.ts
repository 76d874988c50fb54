import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from 'cockatiel';
import type { FleetDriver } from './fleet-driver.ts';
import { FleetFailure } from './fleet-failure.ts';

const mostFailures = 5;
const restMs = 30_000;

/** An agent that answers, if only to refuse, is there. */
const notThere = new Set<FleetFailure['kind']>(['unreachable', 'slow', 'down']);

const leftAlone = () =>
  new FleetFailure('unreachable', 'the agent has not answered lately and is left alone');

async function throughBreaker<Result>(
  breaker: CircuitBreakerPolicy,
  call: () => Promise<Result>,
): Promise<Result> {
  // The breaker would let others wait for the one call that sees whether the agent is back.
  if (breaker.state === CircuitState.HalfOpen) throw leftAlone();
  const outcome = await breaker
    .execute(async () => {
      try {
        return { result: await call() };
      } catch (error) {
        if (error instanceof FleetFailure && notThere.has(error.kind)) throw error;
        // Returned, so that the breaker takes it for what it is: an answer, which ends the row.
        return { error };
      }
    })
    .catch((error: unknown) => {
      throw error instanceof BrokenCircuitError ? leftAlone() : error;
    });
  if ('error' in outcome) throw outcome.error;
  return outcome.result;
}

/**
 * A driver that stops asking: after five calls in a row without an answer, calls fail at once for
 * thirty seconds. Then one is let through to see whether the agent is back.
 */
export function withCircuitBreaker(driver: FleetDriver): FleetDriver {
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(mostFailures),
  });
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
