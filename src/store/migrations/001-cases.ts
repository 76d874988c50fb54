import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** People, their cases, and what makes every delivery count once. */
export const migration001: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table person (
        tenant_id text not null,
        user_id text not null,
        teams_id text not null,
        name text not null,
        role text check (role in ('staff', 'it')),
        chat jsonb,
        last_seen_at timestamptz not null,
        primary key (tenant_id, user_id)
      )`.execute(db);
    await sql`
      create table support_case (
        id text primary key,
        tenant_id text not null,
        user_id text not null,
        topic_id text not null,
        role text check (role in ('staff', 'it')),
        node text not null,
        step integer not null,
        status text not null check (status in ('open', 'fixed', 'escalated', 'closed')),
        said text not null,
        trail jsonb not null,
        opened_at timestamptz not null,
        updated_at timestamptz not null,
        card_address jsonb,
        card_activity_id text,
        card_due_at timestamptz,
        foreign key (tenant_id, user_id) references person
      )`.execute(db);
    await sql`
      create index support_case_by_person on support_case (tenant_id, user_id, updated_at desc)
      where status <> 'closed'`.execute(db);
    await sql`create index support_case_by_card_due on support_case (card_due_at) where card_due_at is not null`.execute(
      db,
    );
    await sql`
      create table handled_activity (
        conversation_id text not null,
        activity_id text not null,
        handled_at timestamptz not null,
        primary key (conversation_id, activity_id)
      )`.execute(db);
    await sql`create index handled_activity_by_age on handled_activity (handled_at)`.execute(db);
    await sql`
      create table said_once (
        conversation_id text not null,
        subject text not null,
        said_at timestamptz not null,
        primary key (conversation_id, subject)
      )`.execute(db);
    await sql`
      create table outgoing (
        id bigint generated always as identity primary key,
        address jsonb not null,
        own_chat_of jsonb,
        case_id text,
        case_step integer,
        payload json not null,
        attempts integer not null default 0,
        next_try_at timestamptz not null
      )`.execute(db);
    await sql`create index outgoing_by_next_try on outgoing (next_try_at)`.execute(db);
  },
};
