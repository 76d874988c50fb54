import { type Concepts, phrases } from './concept.ts';

const names =
  phrases(`net, dotnet, dot net, framework, frame work, net framework, dotnet framework, dot net framework,
  netframework, net frame work, dotnet frame work, dot net frame work, dotnetfx, ndp`);

/** The versions this trouble is about. .NET 6 and the like are another product, for programmers. */
const versions =
  phrases(`4, 4.8, 4.8.0, 4.8.1, 4 8, four point eight, 4.7, 4.7.1, 4.7.2, 4.6, 4.6.1, 4.6.2, 4.5, 4.5.2,
  version 4.8, v 4.8, version 4`);

/** Microsoft's .NET Framework. */
export const dotnet: Concepts = {
  dotnet: {
    tells: 'all',
    ruledOut: true,
    is: ['framework'],
    says: names.filter((name) => name !== 'net' && !name.startsWith('frame')),
  },
  'dotnet-4': {
    tells: 'all',
    ours: 'perhaps',
    ruledOut: true,
    is: ['dotnet', 'four-eight'],
    says: names.flatMap((name) =>
      versions
        // "Framework 4" alone may be anybody's.
        .filter((version) => !name.startsWith('frame') || /8|eight/.test(version))
        .map((version) => `${name} ${version}`),
    ),
  },
  framework: {
    tells: 'much',
    ruledOut: true,
    says: phrases('framework, frame work, prerequisite, pre requisite, prereq, pre req'),
  },
  // The versions before 4.8, and how the registry numbers them. Only beside an install do they mean .NET.
  'old-framework': {
    tells: 'some',
    says: phrases(
      '4.5, 4.5.2, 4.6, 4.6.1, 4.6.2, 4.7, 4.7.1, 4.7.2, 461808, 461814, 461308, 461310, 394802, 394806',
    ),
  },
  'four-eight': { tells: 'some', says: phrases('4.8, 4.8.1, four point eight') },
  // "It says I'm missing a Net": only beside our own product.
  net: { tells: 'common', says: ['net', 'a net'] },
  'missing-net': { tells: 'all', says: [] },
  need: {
    tells: 'common',
    says: phrases('need, require, want, must have, depend, rely, requirement, have to have'),
  },
};
