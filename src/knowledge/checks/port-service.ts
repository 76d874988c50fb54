import { answerOf, type Check } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';

const whether = 'whether NHS Port Service is running';

const notRunning: Readonly<Record<string, string>> = {
  stopped: 'Stopped',
  stop_pending: 'Stopping',
  paused: 'Paused',
  pause_pending: 'Pausing',
};

/** Agents write `AUTO_START`, `Automatic (Delayed Start)` or `auto`. */
function startsItself(startType: string): boolean {
  return /^auto/.test(startType);
}

const startWords = (startType: string | undefined) =>
  startType === undefined
    ? 'start type not told'
    : startsItself(startType)
      ? 'starts automatically'
      : /disabled/.test(startType)
        ? 'start is disabled'
        : 'has to be started by hand';

/**
 * NHS Port Service has to run all the time: browsers find NHS Credential Management through it.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025). That it has to start by itself is our conclusion from that.
 */
export const portService: Check = {
  id: 'port-service',
  title: 'NHS Port Service',
  expected: 'Running, starts automatically',
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
    const status = answer.observed.status.trim().toLowerCase().replace(/\s+/g, '_');
    const startType = answer.observed.startType?.trim().toLowerCase();
    const starts = startWords(startType);
    const stopped = notRunning[status];
    if (stopped) {
      return {
        verdict: 'unhealthy',
        reason: 'NHS Port Service is stopped',
        found: `${stopped}, ${starts}`,
      };
    }
    if (status !== 'running') {
      return {
        verdict: 'cannot-tell',
        reason: `I could not find out ${whether}`,
        found: `Neither running nor stopped, ${starts}`,
      };
    }
    if (startType !== undefined && !startsItself(startType)) {
      return {
        verdict: 'unhealthy',
        reason: 'NHS Port Service runs but does not start by itself',
        found: `Running, ${starts}`,
      };
    }
    return {
      verdict: 'healthy',
      reason: 'NHS Port Service is running',
      found: `Running, ${starts}`,
    };
  },
};
