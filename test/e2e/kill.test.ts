import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, startBotProcess } from '../support/bot-process.ts';
import { createDatabase } from '../support/database.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { topicCalled } from '../support/knowledge.ts';
import { createPerson, textOf } from '../support/person.ts';

let connector: FakeConnector;
let dataDir: string;
const running: BotProcess[] = [];

beforeAll(async () => {
  connector = await startFakeConnector();
  dataDir = await mkdtemp(join(tmpdir(), 'bot-'));
});
afterAll(async () => {
  for (const bot of running)
    if (bot.process.exitCode === null && bot.process.signalCode === null) await bot.stop();
  await connector.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(env: Record<string, string>) {
  const bot = await startBotProcess(env);
  running.push(bot);
  return bot;
}

/** What the card of a nurse with 400_645 says once these buttons have been pressed. */
function headingAfter(presses: readonly string[]): string {
  const { nodes, start: first } = topicCalled('auth-failure-400-645').flow;
  let id = first;
  for (const label of presses) {
    const node = nodes[id];
    if (node?.kind === 'instruction') id = node.next;
    else if (node && 'answers' in node)
      id = node.answers.find((each) => each.label === label)?.next ?? id;
  }
  const node = nodes[id];
  return node && 'ask' in node ? node.ask : (node?.title ?? '');
}

describe('a bot that is killed', () => {
  test('goes on from where the person was, on the database it left running', async () => {
    const first = await start({ DATA_DIR: dataDir });
    const before = createPerson({ botUrl: first.url, connector, userId: 'nurse-1' });
    await before.say('400_645');
    await before.press('I am not in IT');
    await before.press('An NHS smartcard, or I am not sure');
    await first.kill();

    const second = await start({ DATA_DIR: dataDir });
    const after = createPerson({ botUrl: second.url, connector, userId: 'nurse-1' });
    await after.press('I have done this');
    expect(textOf(after.card())).toContain('Does it work now?');
    expect(await second.stop()).toBe(0);
  });

  test('and cleanly stopped after that starts again on the same data', async () => {
    const third = await start({ DATA_DIR: dataDir });
    const person = createPerson({ botUrl: third.url, connector, userId: 'nurse-1' });
    await person.say('my cases');
    expect(textOf(person.card())).toContain('Smartcard authentication failure');
    expect(await third.stop()).toBe(0);
  });

  test('between keeping a case and sending its card sends the card when it comes back', {
    timeout: 90_000,
  }, async () => {
    const database = await createDatabase();
    const first = await start({ DATABASE_URL: database.url });
    const person = createPerson({ botUrl: first.url, connector, userId: 'nurse-2' });
    connector.faults.push({ method: 'POST', status: 201, hang: 'before headers' });
    const said = person.say('400_645').catch(() => undefined);
    await connector.waitForFault();
    await first.kill();
    await said;
    expect(person.messages()).toHaveLength(0);

    const second = await start({ DATABASE_URL: database.url });
    const message = await connector.waitFor(
      ({ conversationId }) => conversationId === person.chatId,
    );
    expect(message.activity.summary).toContain('Smartcard authentication failure');
    await second.stop();
    await database.drop();
  });

  test('at any moment of a conversation loses nothing and repeats no step', {
    timeout: 120_000,
  }, async () => {
    const database = await createDatabase();
    const answers = [
      'I am not in IT',
      'An NHS smartcard, or I am not sure',
      'I have done this',
      'Same problem',
    ];
    let bot = await start({ DATABASE_URL: database.url });
    const person = createPerson({ botUrl: bot.url, connector, userId: 'nurse-3' });
    await person.say('400_645');
    for (const title of answers) {
      const rebooted = createPerson({ botUrl: bot.url, connector, userId: 'nurse-3' });
      // Killed while the press is on its way: it counted, or it did not, never half.
      const pressed = rebooted.press(title).catch(() => undefined);
      await Promise.race([pressed, bot.kill()]);
      await pressed;
      bot = await start({ DATABASE_URL: database.url });
      const again = createPerson({ botUrl: bot.url, connector, userId: 'nurse-3' });
      // The person presses again, as people do when nothing happens. A step that counted shows the next card.
      await again
        .press(title)
        .catch((error: Error) => expect(error.message).toContain('No button'));
    }
    const last = createPerson({ botUrl: bot.url, connector, userId: 'nurse-3' });
    expect(textOf(last.card())).toContain(headingAfter(answers.slice(1)));
    const sql = new pg.Client({ connectionString: database.url });
    await sql.connect();
    const { rows } = await sql.query('select trail from support_case');
    await sql.end();
    expect(rows).toHaveLength(1);
    expect(rows[0].trail.map(({ answered }: { answered: string }) => answered)).toEqual([
      'I am not in IT',
      'An NHS smartcard, or I am not sure',
      'Done',
      'Same problem',
    ]);
    await bot.stop();
    await database.drop();
  });
});
