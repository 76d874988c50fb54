import { type Kysely, sql } from 'kysely';
import type { Address } from '../dialogs/person.ts';
import type { Schema } from './schema.ts';

/** A message that Teams has taken, and where it is shown. */
interface Delivered {
  id: string;
  address: Address;
  activityId: string;
}

/** Forgets a message that was delivered and remembers where its case is shown. */
export type MarkDelivered = (
  message: { id: string },
  shown: { address: Address; activityId: string },
) => Promise<void>;

// Nobody waits for this: the person has their card. Under load it saves a statement for each message.
const gatherMs = 20;

async function markAll(db: Kysely<Schema>, batch: readonly Delivered[]): Promise<void> {
  const column = (value: (each: Delivered) => string) => batch.map(value);
  // The disk is not waited for either. What is lost in a crash goes out once more, which does no harm.
  // A case that has moved on since, or is shown on this message already, has its edit to come.
  await sql`
    with quick as materialized (select set_config('synchronous_commit', 'off', true)),
    shown as (
      select * from unnest(
        ${column(({ id }) => id)}::bigint[],
        ${column(({ address }) => JSON.stringify(address))}::jsonb[],
        ${column(({ activityId }) => activityId)}::text[]
      ) as row (id, address, activity_id)
    ),
    gone as (
      delete from outgoing using quick, shown where outgoing.id = shown.id
      returning case_id, case_step, shown.address, activity_id
    )
    update support_case set
      card_address = gone.address,
      card_activity_id = gone.activity_id,
      card_due_at = case when support_case.step = gone.case_step then null else now() end
    from gone
    where support_case.id = gone.case_id
      and support_case.card_activity_id is distinct from gone.activity_id`.execute(db);
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

  return ({ id }, { address, activityId }) => {
    batch.push({ id, address, activityId });
    marked ??= flush();
    return marked;
  };
}
