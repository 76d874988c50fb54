/** What one run of turns took, in milliseconds and turns a second. */
export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Runs `turn` for every index below `count`, `inFlight` of them at any time. */
export async function load(
  count: number,
  inFlight: number,
  turn: (index: number) => Promise<void>,
): Promise<Figures> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const before = performance.now();
      await turn(index);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { perSecond: count / seconds, p50: at(0.5), p99: at(0.99) };
}

/** The middle one of an odd number of runs, figure by figure. */
export function medianOf(runs: readonly Figures[]): Figures {
  const middle = (figure: keyof Figures) => {
    const sorted = runs.map((run) => run[figure]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return { perSecond: middle('perSecond'), p50: middle('p50'), p99: middle('p99') };
}
