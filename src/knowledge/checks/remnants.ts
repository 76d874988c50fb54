import { answerOf, type Check, type CheckSettings, type Judgement } from './check.ts';
import { installedProducts, productProbes, programsOf } from './installed-products.ts';
import { couldNotAsk, firstNotAsked } from './not-asked-words.ts';
import type { Question } from './probe.ts';
import { codeProbes, heldCodes } from './product-codes.ts';

const whether = 'whether an old version left something behind';

/** Programs that may own the folder too, and are to be left alone. */
const neighbours = {
  identityAgent: { kind: 'installedProgram', nameContains: 'NHS Identity Agent' },
  smartcardConnect: { kind: 'installedProgram', nameContains: 'Smartcard Connect' },
} as const;

/** The page names the 32-bit one. Newer versions may be elsewhere, and are not to be taken for gone. */
const folders = {
  folder: { kind: 'path', glob: 'C:\\Program Files (x86)\\*NHS Digital*' },
  folder64: { kind: 'path', glob: 'C:\\Program Files\\*NHS Digital*' },
} as const;

const left = (found: string): Judgement => ({
  verdict: 'unhealthy',
  reason: 'An old version left something behind',
  found,
});

const unclear = (found: string): Judgement => ({
  verdict: 'cannot-tell',
  reason: `I could not find out ${whether}`,
  found,
});

const probes = (settings: CheckSettings): Record<string, Question> => ({
  ...productProbes,
  ...neighbours,
  ...folders,
  ...codeProbes(settings),
});

/**
 * What an old version may leave in the list of programs, in the two registry places of Windows
 * Installer, and as a folder. What counts as left over is our conclusion from that list of places.
 * https://digital.nhs.uk/services/care-identity-service/setting-up-and-troubleshooting/troubleshooting-nhs-credential-management
 * (19 June 2025)
 */
export const remnants: Check = {
  id: 'remnants',
  title: 'Leftovers of old versions',
  expected: 'None',
  basis: 'ours',
  probes,
  judge: (answers, settings) => {
    // Each place matters for what the others mean, so all of them have to be known.
    const missing = firstNotAsked(Object.keys(probes(settings)).map((name) => answers[name]));
    if (missing) return couldNotAsk(whether, missing);
    const { products } = installedProducts(answers);
    if (products.length > 1) return unclear('More than one version is still installed');

    const held = heldCodes(answers, settings);
    if (held.includes(1)) return left('Half of the registry entries of a version');
    if (held.filter((count) => count > 0).length > products.length) {
      return left('Entries of a version that is not installed');
    }
    const hasFolder = Object.keys(folders).some((name) => {
      const answer = answerOf(answers, name, 'path');
      return answer.outcome === 'answered' && answer.observed.paths.length > 0;
    });
    const [product] = products;
    if (!product && hasFolder) {
      const others = Object.entries(neighbours).flatMap(([probe, question]) =>
        programsOf(answers, probe, question),
      );
      return others.length > 0
        ? unclear('A folder that may belong to another NHS program')
        : left('A folder of a version that is not installed');
    }
    if (product && !hasFolder && !product.installLocation?.trim()) {
      return left('An entry on the list of programs, without its folder');
    }
    if (settings.productCodes.length === 0) {
      return unclear('Nothing found, but not every place could be looked at');
    }
    return { verdict: 'healthy', reason: 'Nothing is left over from old versions', found: 'None' };
  },
};
