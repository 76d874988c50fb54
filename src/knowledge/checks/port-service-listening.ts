import { answerOf, type Check } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';

/**
 * Browsers try these in turn until one answers.
 * https://github.com/NHSDigital/nhs-credential-manager-prescription-signing (5e22410, 12 March 2024)
 */
const ports = [43487, 44213, 45031, 46478, 48853];

/** NHS Port Service can run and still not be reached: then nothing listens on its ports. */
export const portServiceListening: Check = {
  id: 'port-service-listening',
  title: 'Ports of NHS Port Service',
  expected: 'One of them open',
  basis: 'nhs',
  probes: () => ({ ports: { kind: 'listeningPort', ports } }),
  judge: (answers) => {
    const answer = answerOf(answers, 'ports', 'listeningPort');
    if (answer.outcome !== 'answered' && answer.outcome !== 'absent') {
      return couldNotAsk('whether NHS Port Service can be reached', answer.outcome);
    }
    const open =
      answer.outcome === 'absent'
        ? []
        : [...new Set(answer.observed.listening.map(({ port }) => port))]
            .filter((port) => ports.includes(port))
            .sort((a, b) => a - b);
    return open.length > 0
      ? {
          verdict: 'healthy',
          reason: 'NHS Port Service can be reached',
          found: `Open: ${open.join(', ')}`,
        }
      : {
          verdict: 'unhealthy',
          reason: 'NHS Port Service cannot be reached',
          found: 'None of them open',
        };
  },
};
