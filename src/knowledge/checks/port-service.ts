import { answerOf, type Check } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';

const whether = 'whether NHS Port Service is running';

/** Without blanks: agents write `STOP_PENDING`, `Stop Pending` or `StopPending`. */
const notRunning: ReadonlyMap<string, string> = new Map([
  ['stopped', 'stopped'],
  ['stoppending', 'stopping'],
  ['paused', 'paused'],
  ['pausepending', 'pausing'],
]);

/** Agents write `AUTO_START`, `Automatic (Delayed Start)` or `auto`. */
const startWords: readonly (readonly [RegExp, string])[] = [
  [/^auto/, 'starts automatically'],
  [/^disabled/, 'start is disabled'],
  [/^(manual|demand)/, 'has to be started by hand'],
];

function startOf(startType: string | undefined): string {
  const told = startType?.trim().toLowerCase() ?? '';
  return startWords.find(([type]) => type.test(told))?.[1] ?? 'start type not told';
}

/**
 * NHS Port Service has to run all the time: browsers find NHS Credential Management through it.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025). How it starts is told and not judged: no page says how it must, and while it runs it
 * is not what stops a log in.
 */
export const portService: Check = {
  id: 'port-service',
  title: 'NHS Port Service',
  expected: 'Running',
  basis: 'nhs',
  probes: () => ({ service: { kind: 'service', displayName: 'NHS Port Service' } }),
  judge: (answers) => {
    const answer = answerOf(answers, 'service', 'service');
    if (answer.outcome === 'absent') {
      return {
        verdict: 'unhealthy',
        reason: 'NHS Port Service is not installed',
        found: 'Not installed',
      };
    }
    if (answer.outcome !== 'answered') return couldNotAsk(whether, answer.outcome);
    const { status, startType } = answer.observed;
    const state = status.toLowerCase().replace(/[\s_-]/g, '');
    const starts = startOf(startType);
    if (state === 'running') {
      return {
        verdict: 'healthy',
        reason: 'NHS Port Service is running',
        found: `Running, ${starts}`,
      };
    }
    const stopped = notRunning.get(state);
    return stopped === undefined
      ? {
          verdict: 'cannot-tell',
          reason: `I could not find out ${whether}`,
          found: `Neither running nor stopped, ${starts}`,
        }
      : {
          verdict: 'unhealthy',
          reason: `NHS Port Service is ${stopped}`,
          found: `${stopped.charAt(0).toUpperCase()}${stopped.slice(1)}, ${starts}`,
        };
  },
};
