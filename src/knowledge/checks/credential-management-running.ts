import type { Check } from './check.ts';
import { processProbe, runningCopies } from './credential-management-process.ts';
import { couldNotAsk } from './not-asked-words.ts';

/**
 * Every log in goes through NHS Credential Management, which runs once for each person signed in.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025)
 */
export const credentialManagementRunning: Check = {
  id: 'credential-management-running',
  title: 'NHS Credential Management',
  expected: 'Running for you',
  basis: 'nhs',
  probes: processProbe,
  judge: (answers) => {
    const copies = runningCopies(answers);
    if (typeof copies !== 'number') {
      return couldNotAsk('whether NHS Credential Management is running', copies);
    }
    return copies > 0
      ? { verdict: 'healthy', reason: 'NHS Credential Management is running', found: 'Running' }
      : {
          verdict: 'unhealthy',
          reason: 'NHS Credential Management is not running',
          found: 'Not running',
        };
  },
};
