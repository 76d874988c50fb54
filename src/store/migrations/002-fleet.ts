import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is asked of the fleet agent, what a case knows of a PC, and who asked for what. */
export const migration002: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table support_case add column pc jsonb`.execute(db);
    await sql`
      create table fleet_task (
        id text primary key,
        case_id text not null references support_case,
        request jsonb not null,
        person jsonb not null,
        address jsonb not null,
        agent_run_id text,
        upn text,
        results jsonb not null default '{}',
        failures integer not null default 0,
        is_late boolean not null default false,
        is_cancelled boolean not null default false,
        is_woken boolean not null default false,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        next_at timestamptz,
        leased_until timestamptz,
        ended_at timestamptz
      )`.execute(db);
    await sql`create index fleet_task_by_next on fleet_task (next_at) where ended_at is null`.execute(
      db,
    );
    await sql`create index fleet_task_by_agent_run on fleet_task (agent_run_id) where ended_at is null`.execute(
      db,
    );
    await sql`create index fleet_task_by_case on fleet_task (case_id)`.execute(db);
    await sql`
      create table audit_entry (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        event text not null,
        tenant_id text not null,
        user_id text not null,
        case_id text,
        subject text,
        detail jsonb not null
      )`.execute(db);
    await sql`create index audit_entry_by_subject on audit_entry (subject)`.execute(db);
  },
};
