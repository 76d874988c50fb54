import { answerOf, type Check } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { plainValue } from './plain-value.ts';
import { readDword } from './read-dword.ts';

/** Such as `REG_SZ`. What is no name of a type is not repeated. */
const typeName = (type: string) =>
  /^[a-z_]{1,30}$/i.test(type.trim()) ? type.trim() : 'a type that is not known';

/**
 * Deployment tools install Oberthur middleware as the local system account, which leaves out a value
 * of the person’s own. The page tells of a missing value only; what another value means it does not say.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025)
 */
export const oberthurEnrollment: Check = {
  id: 'oberthur-enrollment',
  title: 'Setting for series 8 cards (EnableNHSEnrollment)',
  expected: '0',
  basis: 'nhs',
  probes: () => ({
    value: {
      kind: 'registryValue',
      hive: 'user',
      key: 'SOFTWARE\\Oberthur Technologies\\Minidriver\\PIVMinidriver',
      name: 'EnableNHSEnrollment',
      view: '64',
    },
  }),
  judge: (answers) => {
    const answer = answerOf(answers, 'value', 'registryValue');
    if (answer.outcome === 'absent') {
      return {
        verdict: 'unhealthy',
        reason: 'The setting for series 8 cards is missing',
        found: 'Not found for your Windows account',
      };
    }
    if (answer.outcome !== 'answered') {
      return couldNotAsk('whether the setting for series 8 cards is there', answer.outcome);
    }
    const { type, data } = answer.observed;
    const isDword = /^(reg_)?dword(_little_endian)?$/i.test(type.trim());
    if (isDword && readDword(data) === 0) {
      return {
        verdict: 'healthy',
        reason: 'The setting for series 8 cards is there',
        found: '0',
      };
    }
    return {
      verdict: 'cannot-tell',
      reason: 'The setting for series 8 cards has an unusual value',
      found: `${plainValue(String(data), 40) || 'Nothing'} (${typeName(type)})`,
    };
  },
};
