import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { waitForAnswer } from './wait-for-answer.ts';

/** A process that serves, with a name for people. */
export interface Service {
  name: string;
  child: ChildProcess;
  /** Answers 200 when the service is ready. */
  readyUrl: string;
  /** Settles when it has ended, with how it ended in words. */
  ended: Promise<string>;
}

/** Longer than the bot needs to finish the work at hand. */
const stopPatienceMs = 30_000;

/** Watches a process from its first moment. */
export function watchService(name: string, child: ChildProcess, readyUrl: string): Service {
  const ended = once(child, 'exit').then(
    ([code, signal]) => (code === null ? `by ${signal}` : `with exit code ${code}`),
    (error: unknown) => String(error),
  );
  return { name, child, readyUrl, ended };
}

/** Resolves when the service answers; throws in words when it ends first or takes too long. */
export async function waitUntilReady(service: Service, patienceMs: number): Promise<void> {
  const waiting = new AbortController();
  const timeout = setTimeout(() => waiting.abort(), patienceMs);
  const failed = service.ended.then((how) => {
    throw new Error(`${service.name} ended ${how} before it was ready.`);
  });
  try {
    await Promise.race([waitForAnswer(service.readyUrl, waiting.signal), failed]);
  } finally {
    clearTimeout(timeout);
    waiting.abort();
  }
}

/** Asks the service to stop and waits until it has. */
export async function stopService({ child, ended }: Service): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const giveUp = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
  await ended;
  clearTimeout(giveUp);
}
