import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until the address answers with 200. Give it a signal, it has no patience of its own. */
export async function waitForAnswer(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const isUp = await fetch(url, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await delay(100, undefined, { signal }).catch(() => {});
  }
  throw new Error(`${url} did not answer in time.`);
}
