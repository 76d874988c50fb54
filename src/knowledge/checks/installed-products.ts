import { type Answers, answerOf } from './check.ts';
import { firstNotAsked } from './not-asked-words.ts';
import { plainValue } from './plain-value.ts';
import type { NotAsked, Observed, Question } from './probe.ts';

export type Program = Observed['installedProgram']['programs'][number];

type ProgramQuestion = Extract<Question, { kind: 'installedProgram' }>;

/** Probes for every version on the PC. NHS Identity Hub is the former name. */
export const productProbes = {
  product: { kind: 'installedProgram', nameContains: 'NHS Credential Management' },
  formerProduct: { kind: 'installedProgram', nameContains: 'NHS Identity Hub' },
} as const satisfies Readonly<Record<string, ProgramQuestion>>;

/** Two entries of one version: the name may repeat the version, as that of an installer’s bundle does. */
function versionKey({ name, version }: Program): string {
  const bare = version ? name.replaceAll(version, ' ') : name;
  return JSON.stringify([bare.replace(/\s+/g, ' ').trim(), version?.trim() ?? '']).toLowerCase();
}

const folderOf = ({ installLocation = '' }: Program): string =>
  installLocation.trim().replace(/^"|"$/g, '').replace(/\\$/, '').toLowerCase();

/**
 * One entry for each: the two views of the registry can list the same program, and so can the installer
 * and its bundle, of which only one tells the folder.
 */
function distinct(programs: readonly Program[]): Program[] {
  const versions = Map.groupBy(programs, versionKey).values();
  return [...versions].flatMap((entries) => {
    const placed = new Map(entries.map((program) => [folderOf(program), program]));
    if (placed.size > 1) placed.delete('');
    return [...placed.values()];
  });
}

/** The programs one probe found. Empty also when it has no answer: see {@link firstNotAsked}. */
export function programsOf(
  answers: Answers,
  probe: string,
  { nameContains }: Pick<ProgramQuestion, 'nameContains'>,
): Program[] {
  const answer = answerOf(answers, probe, 'installedProgram');
  if (answer.outcome !== 'answered') return [];
  // An agent that does not look at the name would make every program one of ours.
  return answer.observed.programs.filter(({ name }) =>
    name.toLowerCase().includes(nameContains.toLowerCase()),
  );
}

/**
 * The versions known to be on the PC, and why there may be more of them.
 */
export function installedProducts(answers: Answers): {
  products: Program[];
  notAsked: NotAsked | undefined;
} {
  const probes = Object.entries(productProbes);
  return {
    products: distinct(probes.flatMap(([probe, question]) => programsOf(answers, probe, question))),
    notAsked: firstNotAsked(probes.map(([probe]) => answers[probe])),
  };
}

/** Such as “NHS Credential Management 1.4.2.0”, in as many letters as fit beside others. */
export function programWords({ name, version }: Program): string {
  const words = version && !name.includes(version) ? `${name.trim()} ${version}` : name;
  return plainValue(words, 36) || 'A program without a name';
}
