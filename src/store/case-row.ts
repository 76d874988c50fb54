import type { Insertable, Selectable } from 'kysely';
import type { Case } from '../dialogs/case.ts';
import type { CaseTable } from './schema.ts';

/** A stored row as the case the dialogs know. */
export function caseFromRow(row: Selectable<CaseTable>): Case {
  return {
    id: row.id,
    topicId: row.topic_id,
    role: row.role ?? undefined,
    node: row.node,
    step: row.step,
    status: row.status,
    said: row.said,
    trail: row.trail,
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
    opened_at: trouble.openedAt,
    updated_at: trouble.updatedAt,
  } satisfies Partial<Insertable<CaseTable>>;
}
