/**
 * How a call to the fleet agent failed.
 * - `unreachable`: no connection, or it broke
 * - `slow`: no whole answer within the time-out
 * - `busy`: 429, or the agent asked to come back later
 * - `down`: 5xx
 * - `refused`: 401 or 403, the bot's own access is not in order
 * - `unknown`: 404, the agent does not know the PC or the run
 * - `wrong`: an answer that is not what the contract promises, or a request it does not take
 */
export type FleetFailureKind =
  | 'unreachable'
  | 'slow'
  | 'busy'
  | 'down'
  | 'refused'
  | 'unknown'
  | 'wrong';

/** A call to the fleet agent that brought no usable answer. The message is for operators and holds no answer of the agent. */
export class FleetFailure extends Error {
  override name = 'FleetFailure';
  readonly kind: FleetFailureKind;
  /** How long the agent asks to be left alone. 0 when it does not say. */
  readonly retryAfterMs: number;

  constructor(
    kind: FleetFailureKind,
    message: string,
    { retryAfterMs = 0, cause }: { retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
