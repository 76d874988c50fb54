import type { Insertable, Selectable } from 'kysely';
import type { Case } from '../dialogs/case.ts';
import type { CaseTable } from './schema.ts';

/**
 * The columns a case is read from. Named one by one: with `*` a column that a newer version adds while
 * this one runs would break its prepared statements.
 */
export const caseFields = [
  'id',
  'tenant_id',
  'user_id',
  'topic_id',
  'role',
  'node',
  'step',
  'status',
  'said',
  'trail',
  'pc',
  'opened_at',
  'updated_at',
] as const satisfies readonly (keyof CaseTable)[];

export type CaseRow = Pick<Selectable<CaseTable>, (typeof caseFields)[number]>;

/** A stored row as the case the dialogs know. */
export function caseFromRow(row: CaseRow): Case {
  return {
    id: row.id,
    topicId: row.topic_id,
    role: row.role ?? undefined,
    node: row.node,
    step: row.step,
    status: row.status,
    said: row.said,
    trail: row.trail,
    ...(row.pc ? { pc: row.pc } : {}),
    openedAt: row.opened_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns of a case that a dialog decides. */
export function caseColumns(trouble: Case) {
  return {
    id: trouble.id,
    topic_id: trouble.topicId,
    role: trouble.role ?? null,
    node: trouble.node,
    step: trouble.step,
    status: trouble.status,
    said: trouble.said,
    trail: JSON.stringify(trouble.trail),
    pc: trouble.pc ? JSON.stringify(trouble.pc) : null,
    opened_at: trouble.openedAt,
    updated_at: trouble.updatedAt,
  } satisfies Partial<Insertable<CaseTable>>;
}
