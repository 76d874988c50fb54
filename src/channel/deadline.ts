/** Something took longer than it may. The work itself may still come to an end. */
export class DeadlineError extends Error {
  readonly code = 'DEADLINE';
  override name = 'DeadlineError';
}

/** Rejects with a {@link DeadlineError} when `work` has not settled after `ms` milliseconds. */
export async function withDeadline<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`not done after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
