import { type Kysely, sql } from 'kysely';
import type { FleetTask, FleetTaskEnd, FleetTasks } from '../dialogs/fleet-task.ts';
import type { Schema } from './schema.ts';

// Renewed while a task is worked on, however slow the agent is. When the copy of the bot that took it
// has died, somebody waits for this long.
const leaseMs = 10_000;

const fields = [
  'id',
  'case_id',
  'request',
  'person',
  'address',
  'agent_run_id',
  'upn',
  'results',
  'failures',
  'is_late',
  'is_cancelled',
  'created_at',
  'expires_at',
] as const;

function auditDetail(task: FleetTask, { outcome, upn, probes, agentRunId }: FleetTaskEnd): string {
  const pc = task.request.kind === 'check-run' ? task.request.pc : undefined;
  return JSON.stringify({ outcome, upn, pc, probes, agentRunId });
}

/** What is asked of the fleet agent, shared by all copies of the bot. */
export function createFleetTasks(db: Kysely<Schema>): FleetTasks {
  return {
    async take(now, limit) {
      const rows = await db
        .updateTable('fleet_task')
        .set({ leased_until: new Date(now.getTime() + leaseMs), is_woken: false })
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('fleet_task')
            .select('id')
            .where('ended_at', 'is', null)
            .where('next_at', '<=', now)
            .where((or) => or.or([or('leased_until', 'is', null), or('leased_until', '<=', now)]))
            .orderBy('next_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning(fields)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        request: row.request,
        caseId: row.case_id,
        person: row.person,
        address: row.address,
        agentRunId: row.agent_run_id ?? undefined,
        upn: row.upn ?? undefined,
        results: row.results,
        failures: row.failures,
        isLate: row.is_late,
        isCancelled: row.is_cancelled,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }));
    },

    async renew(ids, now) {
      await db
        .updateTable('fleet_task')
        .set({ leased_until: new Date(now.getTime() + leaseMs) })
        .where('id', 'in', ids)
        .where('leased_until', 'is not', null)
        .execute();
    },

    async started(id, { agentRunId, upn }) {
      await db
        .updateTable('fleet_task')
        .set({ agent_run_id: agentRunId, upn })
        .where('id', '=', id)
        .execute();
    },

    async giveBack({ id }, { at, results, failures, isLate }) {
      await db
        .updateTable('fleet_task')
        .set({
          // Woken while it was worked on: it is due already.
          next_at: sql<Date | null>`case when is_woken then next_at else ${at}::timestamptz end`,
          leased_until: null,
          failures,
          is_late: isLate,
          ...(results ? { results: JSON.stringify(results) } : {}),
        })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },

    async end(task, end, now) {
      const { tenantId, userId } = task.person;
      await sql`
        with ended as (
          update fleet_task set ended_at = ${now}, next_at = null, leased_until = null, upn = null,
            results = '{}'
          where id = ${task.id} and ended_at is null returning request
        )
        insert into audit_entry (at, event, tenant_id, user_id, case_id, subject, detail)
        select ${now}, 'check-run-ended', ${tenantId}, ${userId}, ${task.caseId}, ${task.id},
          ${auditDetail(task, end)}::jsonb
        from ended where request ->> 'kind' = 'check-run'`.execute(db);
    },
  };
}

/**
 * Makes a run due at once: the agent has called back.
 *
 * @returns false when no run that is out has this name
 */
export async function wakeFleetTask(
  db: Kysely<Schema>,
  agentRunId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('fleet_task')
    .set({ is_woken: true, next_at: now })
    .where('agent_run_id', '=', agentRunId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
