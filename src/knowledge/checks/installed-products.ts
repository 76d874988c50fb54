import { type Answers, answerOf } from './check.ts';
import { firstNotAsked } from './not-asked-words.ts';
import type { NotAsked, Observed, Question } from './probe.ts';

export type Program = Observed['installedProgram']['programs'][number];

/** NHS Identity Hub is its former name. */
const names = { product: 'NHS Credential Management', formerProduct: 'NHS Identity Hub' } as const;

/** Probes for every version on the PC, under both names. */
export const productProbes: Readonly<Record<string, Question>> = {
  product: { kind: 'installedProgram', nameContains: names.product },
  formerProduct: { kind: 'installedProgram', nameContains: names.formerProduct },
};

/** One entry for each: the two views of the registry can list the same program. */
function distinct(programs: readonly Program[]): Program[] {
  const known = new Map(
    programs.map((program) => {
      const { name, version, installLocation } = program;
      return [
        JSON.stringify([name.trim(), version ?? '', installLocation ?? '']).toLowerCase(),
        program,
      ];
    }),
  );
  return [...known.values()];
}

/** The programs one probe found. Empty also when it has no answer: see {@link firstNotAsked}. */
export function programsOf(answers: Answers, probe: string): Program[] {
  const answer = answerOf(answers, probe, 'installedProgram');
  return answer.outcome === 'answered' ? answer.observed.programs : [];
}

/**
 * The versions known to be on the PC, and why there may be more of them.
 */
export function installedProducts(answers: Answers): {
  products: Program[];
  notAsked: NotAsked | undefined;
} {
  const probes = Object.keys(productProbes);
  return {
    products: distinct(probes.flatMap((probe) => programsOf(answers, probe))),
    notAsked: firstNotAsked(probes.map((probe) => answers[probe])),
  };
}

/** Such as “NHS Credential Management 1.4.2.0”. */
export function programWords({ name, version }: Program): string {
  const known = name.trim();
  return version && !known.includes(version) ? `${known} ${version}` : known;
}
