import { describe, expect, test } from 'vitest';
import { createMarkDelivered } from '../../src/store/mark-delivered.ts';
import { takeWaiting } from '../../src/store/outbox.ts';
import { cardRefreshed, takeStaleCards } from '../../src/store/stale-cards.ts';
import { tidyUp } from '../../src/store/tidy-up.ts';
import { caseOf, requestOf, start, useStore } from '../support/store.ts';

const store = useStore();
const secondsOn = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

/** Opens a case by a message, and returns that message. */
async function opened(userId: string, id: string) {
  const { waiting } = await store.turns.runTurn(requestOf(userId), () => ({
    cases: [caseOf(id)],
    messages: [{ payload: { kind: 'plain', text: 'card' }, caseId: id }],
  }));
  const [message] = waiting;
  if (!message) throw new Error('no message');
  return message;
}

const press = (userId: string, id: string, activityId: string, step: number, now: Date) =>
  store.turns.runTurn({ ...requestOf(userId, now), namedCase: id }, () => ({
    cases: [caseOf(id, { step })],
    messages: [],
    pressedOn: { activityId, caseId: id },
  }));

const staleOf = async (id: string, now: Date) =>
  (await takeStaleCards(store.database.db, now)).filter(({ trouble }) => trouble.id === id);

describe('the message that shows a case', () => {
  test('is known once delivered, and needs no edit while it shows the step the case is at', async () => {
    const message = await opened('ada', 'SC-A');
    await createMarkDelivered(store.database.db)(message, {
      address: message.address,
      activityId: 'm-1',
    });
    expect(await takeWaiting(store.database.db, secondsOn(3_600))).toEqual([]);
    expect(await staleOf('SC-A', secondsOn(3_600))).toEqual([]);
  });

  test('is due for an edit three seconds after a press, once, until the edit is told', async () => {
    const message = await opened('ben', 'SC-B');
    await createMarkDelivered(store.database.db)(message, {
      address: message.address,
      activityId: 'm-2',
    });
    await press('ben', 'SC-B', 'm-2', 2, secondsOn(10));
    expect(await staleOf('SC-B', secondsOn(12))).toEqual([]);
    const [stale] = await staleOf('SC-B', secondsOn(13));
    expect(stale).toMatchObject({ activityId: 'm-2', trouble: { step: 2 } });
    expect(await staleOf('SC-B', secondsOn(14))).toEqual([]);
    if (stale) await cardRefreshed(store.database.db, stale);
    expect(await staleOf('SC-B', secondsOn(3_600))).toEqual([]);
  });

  test('stays due when it is pressed again while the edit is on its way', async () => {
    const message = await opened('cat', 'SC-C');
    await createMarkDelivered(store.database.db)(message, {
      address: message.address,
      activityId: 'm-3',
    });
    await press('cat', 'SC-C', 'm-3', 2, secondsOn(10));
    const [stale] = await staleOf('SC-C', secondsOn(13));
    await press('cat', 'SC-C', 'm-3', 3, secondsOn(14));
    if (stale) await cardRefreshed(store.database.db, stale);
    expect(await staleOf('SC-C', secondsOn(17))).toMatchObject([{ trouble: { step: 3 } }]);
  });

  test('is edited when its delivery is known only after the case has moved on', async () => {
    const message = await opened('dan', 'SC-D');
    await press('dan', 'SC-D', 'm-old', 2, secondsOn(1));
    await createMarkDelivered(store.database.db)(message, {
      address: message.address,
      activityId: 'm-4',
    });
    expect(await staleOf('SC-D', new Date(Date.now() + 1_000))).toMatchObject([
      { activityId: 'm-4' },
    ]);
  });
});

test('what was left behind is taken by one of two copies, and again when that one dies', async () => {
  await opened('eve', 'SC-E');
  const now = secondsOn(60);
  const taken = await Promise.all([
    takeWaiting(store.database.db, now),
    takeWaiting(store.database.db, now),
  ]);
  expect(taken.flat().filter(({ caseId }) => caseId === 'SC-E')).toMatchObject([{ attempts: 1 }]);
  expect(await takeWaiting(store.database.db, secondsOn(80))).toEqual([]);
  expect(await takeWaiting(store.database.db, secondsOn(91))).toMatchObject([
    { caseId: 'SC-E', attempts: 2 },
  ]);
});

test('the memory of activities goes after a day, and what was said in a thread after thirty', async () => {
  const { person, address } = requestOf('old');
  await store.turns.sayOnce(
    { payload: { kind: 'plain', text: 'x' }, oncePerThread: 'y' },
    person,
    address,
    start,
  );
  const left = async () => {
    const { rows } = await store.database.pool.query(
      'select (select count(*)::int from handled_activity) as activities, (select count(*)::int from said_once) as said',
    );
    return rows[0];
  };
  expect((await left()).activities).toBeGreaterThan(0);
  await tidyUp(store.database.db, secondsOn(2 * 86_400));
  expect(await left()).toEqual({ activities: 0, said: 1 });
  await tidyUp(store.database.db, secondsOn(31 * 86_400));
  expect(await left()).toEqual({ activities: 0, said: 0 });
});
