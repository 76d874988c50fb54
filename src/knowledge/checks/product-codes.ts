import { type Answers, answerOf, type CheckSettings } from './check.ts';
import { packedProductCode } from './packed-product-code.ts';
import type { Question } from './probe.ts';

/** Places where Windows Installer keeps a product, by its code. It fills both and clears both. */
const places = {
  uninstall: (code: string) => `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${code}`,
  // HKEY_CLASSES_ROOT shows what is kept here for the whole machine.
  products: (code: string) => `SOFTWARE\\Classes\\Installer\\Products\\${packedProductCode(code)}`,
} as const;

/** Asks both places for each of the known product codes. */
export function codeProbes({ productCodes }: CheckSettings): Record<string, Question> {
  return Object.fromEntries(
    productCodes.flatMap((code, index) =>
      Object.entries(places).map(([place, keyOf]): [string, Question] => [
        `${place}${index}`,
        { kind: 'registryKey', hive: 'machine', key: keyOf(code), view: 'both' },
      ]),
    ),
  );
}

/** In how many of the two places each of the known product codes still is. */
export function heldCodes(answers: Answers, { productCodes }: CheckSettings): number[] {
  return productCodes.map(
    (_code, index) =>
      Object.keys(places).filter((place) => {
        const answer = answerOf(answers, `${place}${index}`, 'registryKey');
        return answer.outcome === 'answered' && answer.observed.exists;
      }).length,
  );
}
