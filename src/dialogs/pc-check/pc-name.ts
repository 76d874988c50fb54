import type { PcCheck } from '../pc-check.ts';

/** The name of the PC a case's findings are about. */
export function pcName(pc: PcCheck): string {
  return pc.consent?.pc.name ?? 'your PC';
}
