import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/dialogs/case.ts';
import type { Changes, TurnRequest } from '../../src/dialogs/kept.ts';
import { caseOf, requestOf, start, useStore } from '../support/store.ts';

const store = useStore();

const hello: Changes['messages'] = [{ payload: { kind: 'plain', text: 'hello' } }];

async function rowsFor(request: TurnRequest) {
  const { rows } = await store.database.pool.query(
    `select (select count(*)::int from handled_activity where activity_id = $1) as activities,
            (select count(*)::int from outgoing where address ->> 'conversationId' = $2) as messages,
            (select count(*)::int from support_case where user_id = $2) as cases`,
    [request.activityId, request.person.userId],
  );
  return rows[0];
}

describe('a turn', () => {
  test('keeps its case, its message and that it was handled, together', async () => {
    const request = requestOf('together');
    const { waiting } = await store.turns.runTurn(request, () => ({
      cases: [caseOf('SC-1')],
      messages: hello,
    }));
    expect(waiting).toMatchObject([{ payload: { text: 'hello' }, attempts: 0 }]);
    expect(await rowsFor(request)).toEqual({ activities: 1, messages: 1, cases: 1 });
  });

  test('of which one statement fails keeps nothing', async () => {
    const request = requestOf('one-fails');
    const bad = caseOf('SC-2', { status: 'lost' as Case['status'] });
    await expect(
      store.turns.runTurn(request, () => ({ cases: [bad], messages: hello })),
    ).rejects.toMatchObject({
      code: '23514',
    });
    expect(await rowsFor(request)).toEqual({ activities: 0, messages: 0, cases: 0 });
  });

  test('whose decision throws keeps nothing, so that its second delivery is heard', async () => {
    const request = requestOf('throws');
    const decide = () => {
      throw new Error('no idea');
    };
    await expect(store.turns.runTurn(request, decide)).rejects.toThrow('no idea');
    expect(await rowsFor(request)).toEqual({ activities: 0, messages: 0, cases: 0 });
    const again = await store.turns.runTurn(request, () => ({ cases: [], messages: hello }));
    expect(again).toMatchObject({ isRepeat: false, waiting: [{}] });
  });

  test('whose connection is cut while it waits fails alone, and the next one goes through', async () => {
    const request = requestOf('cut');
    await store.turns.runTurn(request, () => ({ cases: [], messages: [] }));
    const holder = await store.database.pool.connect();
    await holder.query('begin');
    await holder.query(`select 1 from person where user_id = 'cut' for update`);
    const waiting = store.turns.runTurn(requestOf('cut'), () => ({ cases: [], messages: hello }));
    const failed = expect(waiting).rejects.toThrow();
    let cut = 0;
    while (cut === 0) {
      // On another connection: within a transaction the list of activity does not change.
      const { rowCount } = await store.database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      cut = rowCount ?? 0;
    }
    await failed;
    await holder.query('rollback');
    holder.release();
    await expect(
      store.turns.runTurn(requestOf('cut'), () => ({ cases: [], messages: hello })),
    ).resolves.toMatchObject({ isRepeat: false });
  });

  test('that waits too long for the one before gives up in time to tell the person', async () => {
    await store.turns.runTurn(requestOf('slow'), () => ({ cases: [], messages: [] }));
    const holder = await store.database.pool.connect();
    await holder.query('begin');
    await holder.query(`select 1 from person where user_id = 'slow' for update`);
    await expect(
      store.turns.runTurn(requestOf('slow'), () => ({ cases: [], messages: hello })),
    ).rejects.toMatchObject({ code: '55P03' });
    await holder.query('rollback');
    holder.release();
  });

  test('goes on when a newer copy of the bot adds a column', async () => {
    await store.turns.runTurn(requestOf('column'), () => ({
      cases: [caseOf('SC-3')],
      messages: hello,
    }));
    await store.database.pool.query('alter table support_case add column later text');
    for (let turn = 0; turn < 20; turn += 1) {
      const known = await new Promise<number>((resolve, reject) => {
        store.turns
          .runTurn(requestOf('column'), ({ cases }) => {
            resolve(cases.length);
            return { cases: [], messages: [] };
          })
          .catch(reject);
      });
      expect(known).toBe(1);
    }
  });
});

describe('what is said once in a thread', () => {
  test('is queued once, and of the person nothing is kept', async () => {
    const { person, address } = requestOf('overheard');
    const once = { payload: { kind: 'plain', text: 'hi' }, oncePerThread: 'topic' } as const;
    const results = await Promise.all(
      [1, 2, 3].map(() => store.turns.sayOnce(once, person, address, start)),
    );
    expect(results.flat()).toHaveLength(1);
    const { rows } = await store.database.pool.query('select 1 from person where user_id = $1', [
      person.userId,
    ]);
    expect(rows).toEqual([]);
  });
});
