import type { Concept } from './concept.ts';
import { credentialPrompts } from './credential-prompts.ts';
import { dotnet } from './dotnet.ts';
import { elsewhere } from './elsewhere.ts';
import { endings } from './endings.ts';
import { ownProducts } from './own-products.ts';
import { selfService } from './self-service.ts';
import { severalVersions } from './several-versions.ts';
import { signsOfTrouble } from './signs-of-trouble.ts';

/** The words of the trade, grouped by what they mean. A new word is one more in a list. */
export const allConcepts: ReadonlyMap<string, Concept> = new Map(
  Object.entries({
    ...ownProducts,
    ...signsOfTrouble,
    ...severalVersions,
    ...dotnet,
    ...credentialPrompts,
    ...selfService,
    ...elsewhere,
    ...endings,
  }),
);
