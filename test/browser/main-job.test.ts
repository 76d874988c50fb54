import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startBot } from '../support/bot.ts';
import { createDatabase } from '../support/database.ts';
import { findChromium } from '../support/find-chromium.ts';
import { topicCalled } from '../support/knowledge.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { headingOf, longestFix, pressOf, roleTitles } from '../support/path-presses.ts';
import { openPlayground, type Playground } from '../support/playground.ts';

const chromium = findChromium();

let browser: Browser;

beforeAll(async () => {
  if (chromium) browser = await launchChromium(chromium);
});
afterAll(() => browser?.close());

/** A fresh bot, database and playground for one person. */
async function asSomebody(walk: (playground: Playground) => Promise<void>) {
  const database = await createDatabase();
  const bot = await startBot(database.url);
  const playground = await openPlayground({ browser, botUrl: bot.url });
  try {
    await walk(playground);
  } finally {
    await playground.close();
    await bot.stop();
    await database.drop();
  }
}

/** Presses through the longest way to a fix, looking at every card on it. */
async function fixIt(
  { press, screenshot, see }: Playground,
  topicId: string,
  role: 'staff' | 'it',
  name: string,
) {
  const topic = topicCalled(topicId);
  const { steps, outcome } = longestFix(topic, role);
  await see('Do you work in IT?');
  await screenshot(`${name}-01-role`);
  await press(roleTitles[role]);
  for (const [index, step] of steps.entries()) {
    await see(headingOf(topic, step));
    await screenshot(`${name}-${String(index + 2).padStart(2, '0')}-${step.nodeId}`);
    if ('handOver' in step && step.handOver) {
      await press('Show the steps for IT');
      await screenshot(`${name}-for-it`);
    }
    await press(pressOf(topic, step));
  }
  const end = topic.flow.nodes[outcome];
  await see(end?.kind === 'outcome' ? end.title : '');
  await screenshot(`${name}-99-fixed`);
}

describe.skipIf(!chromium)('in the playground', { timeout: 120_000 }, () => {
  test('a nurse goes from “I get error 400_645” to fixed, every step on one card', () =>
    asSomebody(async (playground) => {
      await playground.see('I help when your smartcard log in fails');
      await playground.screenshot('welcome');
      await playground.say('I get error 400_645');
      await fixIt(playground, 'auth-failure-400-645', 'staff', 'nurse-400-645');
    }));

  test('an IT engineer goes from a Windows prompt through the registry to fixed', () =>
    asSomebody(async (playground) => {
      await playground.say('a windows security box keeps asking for a password for localhost');
      await fixIt(playground, 'ntlm-prompt', 'it', 'it-ntlm-prompt');
    }));

  test('a nurse leaves, comes back through “my cases”, and hands over to IT', () =>
    asSomebody(async ({ press, say, screenshot, see }) => {
      await say('ERR1000 when I unlock my card in self service');
      await press(roleTitles.staff);
      await say('my cases');
      await see('Waiting for you');
      await screenshot('cases');
      await press('Continue');
      await press('Get help from the service desk');
      await see('Who is reporting');
      await screenshot('summary');
      await press('Send me this as a message to forward');
      await see('Smartcard log in problem');
      await screenshot('summary-message');
    }));

  test('a mention in a channel is answered there, and the case goes to the person’s own chat', () =>
    asSomebody(async ({ goTo, press, say, screenshot, see }) => {
      await goTo('Log in trouble');
      await say('anyone else with 400_645?', { mention: true });
      await see('I can take you through the fix in a chat with you alone.');
      await screenshot('channel-offer');
      await press('Help me fix it');
      await see('Sending the first step to your own chat');
      await screenshot('channel-sent');
      await goTo('Personal Chat');
      await see('Do you work in IT?');
      await screenshot('channel-own-chat');
    }));

  test('what the bot does not know gets a way on, and two readings get a choice', () =>
    asSomebody(async ({ press, say, screenshot, see }) => {
      await say('the printer on ward 7 is out of paper');
      await see('I do not know this problem');
      await screenshot('unknown');
      await press('See what I can help with');
      await see('What do you see?');
      await screenshot('topics');
      await say('Error 1000 when I log in');
      await see('Which of these is it?');
      await screenshot('choose');
    }));
});
