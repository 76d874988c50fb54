import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, textOf } from '../support/person.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
let sql: pg.Client;

beforeAll(async () => {
  sql = new pg.Client({ connectionString: world.database.url });
  await sql.connect();
});
afterAll(() => sql.end());

const newPerson = () => world.newPerson();

async function casesOf(userId: string) {
  const { rows } = await sql.query(
    'select id, step, status, role, trail from support_case where user_id = $1',
    [userId],
  );
  return rows;
}

describe('a message delivered twice', () => {
  test('is answered once, one after the other', async () => {
    const person = newPerson();
    const activity = person.activityOf({ type: 'message', text: '400_645' });
    await person.post(activity);
    expect((await person.post(activity)).status).toBe(200);
    expect(person.messages()).toHaveLength(1);
    expect(await casesOf(person.userId)).toHaveLength(1);
  });

  test('is answered once, at the same time', async () => {
    const person = newPerson();
    const activity = person.activityOf({ type: 'message', text: '400_645' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.post(activity)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(person.messages()).toHaveLength(1);
    expect(await casesOf(person.userId)).toHaveLength(1);
  });

  test('with a new id opens no second case', async () => {
    const person = newPerson();
    await person.say('400_645');
    await person.say('400_645');
    expect(await casesOf(person.userId)).toHaveLength(1);
  });
});

describe('a press', () => {
  test('sent again with the same id, or with a new one, moves one step and shows the same card', async () => {
    const person = newPerson();
    await person.say('400_645');
    const message = person.messages()[0];
    const role = buttonsOf(person.card()).find(({ title }) => title === 'I am not in IT');
    const id = randomUUID();
    const first = await person.pressData(role?.data ?? {}, message?.id, id);
    const sameId = await person.pressData(role?.data ?? {}, message?.id, id);
    const newId = await person.pressData(role?.data ?? {}, message?.id);
    expect(sameId.card).toEqual(first.card);
    expect(newId.card).toEqual(first.card);
    expect(await casesOf(person.userId)).toMatchObject([{ step: 2 }]);
  });

  test('made twenty times at once moves one step', async () => {
    const person = newPerson();
    await person.say('400_645');
    await person.press('I am not in IT');
    const [message] = person.messages();
    const answer = buttonsOf(person.card()).find(({ verb }) => verb === 'answer');
    const cards = await Promise.all(
      Array.from({ length: 20 }, () => person.pressData(answer?.data ?? {}, message?.id)),
    );
    expect(new Set(cards.map(({ card }) => JSON.stringify(card))).size).toBe(1);
    expect(textOf(cards[0]?.card)).toContain('Check the card and try once more');
    expect(await casesOf(person.userId)).toMatchObject([{ step: 3, trail: [{}, {}] }]);
  });

  test('of two different answers at once takes one of them', async () => {
    const person = newPerson();
    await person.say('400_645');
    const [message] = person.messages();
    const [staff, it] = buttonsOf(person.card());
    const [one, other] = await Promise.all([
      person.pressData(staff?.data ?? {}, message?.id),
      person.pressData(it?.data ?? {}, message?.id),
    ]);
    expect(one?.card).toEqual(other?.card);
    expect(await casesOf(person.userId)).toMatchObject([{ step: 2 }]);
  });

  test('of the same topic at once opens one case', async () => {
    const person = newPerson();
    await person.say('topics');
    const [message] = person.messages();
    const start = { verb: 'start', topic: 'ntlm-prompt' };
    await Promise.all(Array.from({ length: 5 }, () => person.pressData(start, message?.id)));
    expect(await casesOf(person.userId)).toHaveLength(1);
  });
});

describe('two hundred people at once', () => {
  test('each get their own answers: none lost, none crossed', async () => {
    const people = Array.from({ length: 200 }, (_, index) =>
      world.newPerson({ name: `Person ${index}` }),
    );
    await Promise.all(people.map((person) => person.say('Help! 400_645 on my screen')));
    await Promise.all(
      people.map((person, index) =>
        person.press(index % 2 ? 'I am not in IT' : 'I am in IT, with admin rights'),
      ),
    );
    await Promise.all(people.map((person) => person.press('An NHS smartcard, or I am not sure')));

    for (const [index, person] of people.entries()) {
      expect(person.messages()).toHaveLength(1);
      const [trouble, ...more] = await casesOf(person.userId);
      expect(more).toEqual([]);
      expect(trouble).toMatchObject({ step: 3, role: index % 2 ? 'staff' : 'it' });
      expect(textOf(person.card())).toContain(trouble.id);
    }
  });
});
