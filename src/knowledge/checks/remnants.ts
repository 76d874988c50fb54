import { type Answers, answerOf, type Check, type CheckSettings, type Judgement } from './check.ts';
import { installedProducts, productProbes, programsOf } from './installed-products.ts';
import { couldNotAsk, firstNotAsked } from './not-asked-words.ts';
import { packedProductCode } from './packed-product-code.ts';
import type { Question } from './probe.ts';

const whether = 'whether an old version left something behind';

/** Places where Windows Installer keeps a product, by its code. */
const places = {
  uninstall: (code: string) => `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${code}`,
  // HKEY_CLASSES_ROOT shows what is kept here for the whole machine.
  products: (code: string) => `SOFTWARE\\Classes\\Installer\\Products\\${packedProductCode(code)}`,
} as const;

function codeProbes({ productCodes }: CheckSettings): Record<string, Question> {
  return Object.fromEntries(
    productCodes.flatMap((code, index) =>
      Object.entries(places).map(([place, keyOf]): [string, Question] => [
        `${place}${index}`,
        { kind: 'registryKey', hive: 'machine', key: keyOf(code), view: 'both' },
      ]),
    ),
  );
}

/** How many of the known product codes each place still holds. */
function codesIn(answers: Answers, place: string, { productCodes }: CheckSettings): number {
  return productCodes.filter((_code, index) => {
    const answer = answerOf(answers, `${place}${index}`, 'registryKey');
    return answer.outcome === 'answered' && answer.observed.exists;
  }).length;
}

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
  probes: (settings) => ({
    ...productProbes,
    // They may own the folder too, and are to be left alone.
    identityAgent: { kind: 'installedProgram', nameContains: 'NHS Identity Agent' },
    smartcardConnect: { kind: 'installedProgram', nameContains: 'Smartcard Connect' },
    folder: { kind: 'path', glob: 'C:\\Program Files (x86)\\*NHS Digital*' },
    ...codeProbes(settings),
  }),
  judge: (answers, settings) => {
    const names = [
      'identityAgent',
      'smartcardConnect',
      'folder',
      ...Object.keys(codeProbes(settings)),
    ];
    const { products, notAsked } = installedProducts(answers);
    // Each place matters for what the others mean, so all of them have to be known.
    const missing = notAsked ?? firstNotAsked(names.map((name) => answers[name]));
    if (missing) return couldNotAsk(whether, missing);
    if (products.length > 1) return unclear('More than one version is still installed');

    const codes = Math.max(
      ...Object.keys(places).map((place) => codesIn(answers, place, settings)),
      0,
    );
    const folder = answerOf(answers, 'folder', 'path');
    const hasFolder = folder.outcome === 'answered' && folder.observed.paths.length > 0;
    const [product] = products;
    if (codes > products.length) return left('Entries of a version that is not installed');
    if (!product) {
      const others = [
        ...programsOf(answers, 'identityAgent'),
        ...programsOf(answers, 'smartcardConnect'),
      ];
      if (hasFolder && others.length > 0)
        return unclear('A folder that may belong to another NHS program');
      if (hasFolder) return left('A folder of a version that is not installed');
    } else if (!hasFolder && !product.installLocation) {
      return left('An entry on the list of programs, without its folder');
    }
    if (settings.productCodes.length === 0) {
      return unclear('Nothing found, but not every place could be looked at');
    }
    return { verdict: 'healthy', reason: 'Nothing is left over from old versions', found: 'None' };
  },
};
