import type { Check } from './check.ts';
import { processProbe, runningCopies } from './credential-management-process.ts';
import { couldNotAsk } from './not-asked-words.ts';

/**
 * A second copy says that the application is already running.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025)
 */
export const productRunning: Check = {
  id: 'product-running',
  title: 'Running copies of NHS Credential Management',
  expected: 'One',
  basis: 'nhs',
  probes: processProbe,
  judge: (answers) => {
    const copies = runningCopies(answers);
    if (typeof copies !== 'number') {
      return couldNotAsk('how many copies of NHS Credential Management run', copies);
    }
    if (copies === 1) {
      return {
        verdict: 'healthy',
        reason: 'One copy of NHS Credential Management is running',
        found: 'One',
      };
    }
    return copies === 0
      ? {
          verdict: 'unhealthy',
          reason: 'NHS Credential Management is not running',
          found: 'None',
        }
      : {
          verdict: 'unhealthy',
          reason: `${copies} copies of NHS Credential Management are running`,
          found: String(copies),
        };
  },
};
