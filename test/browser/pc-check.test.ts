import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { simulatedPcs } from '../../dev/fleet-simulator/pcs.ts';
import { simulatedFleetEnv } from '../../dev/spawn-fleet-simulator.ts';
import { startBot } from '../support/bot.ts';
import { createDatabase } from '../support/database.ts';
import { findChromium } from '../support/find-chromium.ts';
import { startFleet } from '../support/fleet.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { openPlayground, type Playground } from '../support/playground.ts';

const chromium = findChromium();

let browser: Browser;

beforeAll(async () => {
  if (chromium) browser = await launchChromium(chromium);
});
afterAll(() => browser?.close());

/** Alex, whose PCs are those that `npm start` simulates, in front of a fresh bot. */
async function asAlex(walk: (playground: Playground) => Promise<void>) {
  const database = await createDatabase();
  const fleet = await startFleet({ pcs: simulatedPcs() });
  const { FLEET_NAME: name = '' } = simulatedFleetEnv(0, '');
  const bot = await startBot(database.url, { fleet: { ...fleet.config, name } });
  const playground = await openPlayground({ browser, botUrl: bot.url });
  try {
    await walk(playground);
  } finally {
    await playground.close();
    await bot.stop();
    await fleet.close();
    await database.drop();
  }
}

describe.skipIf(!chromium)('in the playground, with simulated PCs', { timeout: 120_000 }, () => {
  test('a nurse has a PC looked at, and the check sees the fix', () =>
    asAlex(async ({ press, say, screenshot, see }) => {
      await say('I get error 400_645');
      await press('I am not in IT');
      await see('May I look at your PC?');
      await screenshot('pc-01-offer');
      await press('Yes, find my PC');
      await see('Which PC has the problem?');
      await screenshot('pc-02-consent');
      await press('WARD7-PC12 (on now)');
      await see('Checking WARD7-PC12');
      await screenshot('pc-03-checking');
      await see('NHS Port Service is stopped on WARD7-PC12');
      await screenshot('pc-04-found');
      await press('IT has done this');
      await see('Does it work now?');
      await screenshot('pc-05-try');
      await press('Check WARD7-PC12 again');
      await see('What was wrong is put right now.');
      await screenshot('pc-06-put-right');
      await press('It works now');
      await see('You can log in again');
      await screenshot('pc-07-fixed');
    }));

  test('a PC that is off does not hold anybody up', () =>
    asAlex(async ({ press, say, screenshot, see }) => {
      await say('check my pc');
      await see('Which PC has the problem?');
      await press('NIGHT-PC1 (off now)');
      await see('NIGHT-PC1 does not answer yet');
      await screenshot('pc-08-late');
      await press('Go on, and tell me later');
      await see('Tell me what you see');
      await screenshot('pc-09-gone-on');
    }));

  test('a PC with nothing wrong is said to have nothing wrong', () =>
    asAlex(async ({ press, say, screenshot, see }) => {
      await say('check my pc');
      await see('Which PC has the problem?');
      await press('WARD7-PC14 (on now)');
      await see('I found nothing wrong on WARD7-PC14');
      await screenshot('pc-10-nothing-wrong');
      await press('Show what is fine (12)');
      await screenshot('pc-11-what-is-fine');
    }));
});
