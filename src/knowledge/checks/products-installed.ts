import type { Check } from './check.ts';
import {
  installedProducts,
  type Program,
  productProbes,
  programWords,
} from './installed-products.ts';
import { couldNotAsk } from './not-asked-words.ts';

/** As many as fit into a cell. */
const listed = 3;

function namesOf(products: readonly Program[]): string {
  const names = products.slice(0, listed).map(programWords).join('; ');
  return products.length > listed ? `${names}; ${products.length - listed} more` : names;
}

/**
 * Two versions get in each other’s way. None at all is no fault of this kind: “one, or none”.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025)
 */
export const productsInstalled: Check = {
  id: 'products-installed',
  title: 'Installed versions of NHS Credential Management',
  expected: 'No more than one',
  basis: 'nhs',
  probes: () => productProbes,
  judge: (answers) => {
    const { products, notAsked } = installedProducts(answers);
    const found = namesOf(products);
    // Two are two, whatever could not be asked.
    if (products.length > 1) {
      return {
        verdict: 'unhealthy',
        reason: `${products.length} versions of NHS Credential Management are installed`,
        found,
      };
    }
    if (notAsked) {
      return couldNotAsk('how many versions of NHS Credential Management are installed', notAsked);
    }
    return products.length === 1
      ? {
          verdict: 'healthy',
          reason: 'One version of NHS Credential Management is installed',
          found,
        }
      : {
          verdict: 'healthy',
          reason: 'NHS Credential Management is not on the list of programs',
          found: 'None',
        };
  },
};
