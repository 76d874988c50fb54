import { type Kysely, sql } from 'kysely';
import type { Address } from '../dialogs/person.ts';
import type { Schema } from './schema.ts';

/** A message that Teams has taken, and where it is shown. */
interface Delivered {
  id: string;
  caseId: string | undefined;
  address: Address;
  activityId: string;
}

/** Forgets a message that was delivered and remembers where its case is shown. */
export type MarkDelivered = (
  message: { id: string; caseId: string | undefined },
  shown: { address: Address; activityId: string },
) => Promise<void>;

// Nobody waits for this: the person has their card. Under load it saves a statement for each message.
const gatherMs = 20;

async function markAll(db: Kysely<Schema>, batch: readonly Delivered[]): Promise<void> {
  const column = (value: (each: Delivered) => string | null) => batch.map(value);
  // The disk is not waited for either. What is lost in a crash goes out once more, which does no harm.
  // A press that came first has noted the message itself, and that it has to be edited: leave that.
  await sql`
    with quick as materialized (select set_config('synchronous_commit', 'off', true)),
    shown as (
      select * from unnest(
        ${column(({ id }) => id)}::bigint[],
        ${column(({ caseId }) => caseId ?? null)}::text[],
        ${column(({ address }) => JSON.stringify(address))}::jsonb[],
        ${column(({ activityId }) => activityId)}::text[]
      ) as row (id, case_id, address, activity_id)
    ),
    gone as (delete from outgoing using quick, shown where outgoing.id = shown.id)
    update support_case set
      card_address = shown.address,
      card_activity_id = shown.activity_id,
      card_due_at = null
    from shown
    where support_case.id = shown.case_id
      and support_case.card_activity_id is distinct from shown.activity_id`.execute(db);
}

/** Gathers for a moment and marks all in one statement. Each call resolves when its message is marked. */
export function createMarkDelivered(db: Kysely<Schema>): MarkDelivered {
  let batch: Delivered[] = [];
  let marked: Promise<void> | undefined;

  async function flush(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    const taken = batch;
    batch = [];
    marked = undefined;
    await markAll(db, taken);
  }

  return ({ id, caseId }, { address, activityId }) => {
    batch.push({ id, caseId, address, activityId });
    marked ??= flush();
    return marked;
  };
}
