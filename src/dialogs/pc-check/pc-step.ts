import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import type { PcCheck } from '../pc-check.ts';

/**
 * The step about the PC that a case waits at, if any. The offer waits until the flow comes to the
 * step it is made before, and until the person has said who they are.
 */
export function pcStep(
  topic: Topic,
  { pc, node, role }: Pick<Case, 'pc' | 'node' | 'role'>,
): PcCheck | undefined {
  if (!pc || pc.stage === 'settled') return undefined;
  if (pc.stage !== 'offered') return pc;
  return role !== undefined && node === topic.checks?.offerAt ? pc : undefined;
}
