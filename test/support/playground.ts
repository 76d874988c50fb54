import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { stopService, waitUntilReady, watchService } from '../../dev/service.ts';
import { spawnPlayground } from '../../dev/spawn-playground.ts';
import { freePort } from './free-port.ts';

/** A person in front of the playground. Every step waits until it can be done. */
export interface Playground {
  page: Page;
  /** Goes to a chat or channel by its name in .m365agentsplayground.yml. The personal chat is open at first. */
  goTo: (place: string) => Promise<void>;
  /** Sends a message, in a channel as a new post. With a mention it is addressed to the bot. */
  say: (text: string, options?: { mention?: boolean }) => Promise<void>;
  /** Presses the button of the newest card that has one with this text. */
  press: (button: string) => Promise<void>;
  /** Waits until this text is shown. */
  see: (text: string) => Promise<void>;
  /** Saves what is shown as artifacts/screenshots/NAME.png. */
  screenshot: (name: string) => Promise<void>;
  close: () => Promise<void>;
}

interface Options {
  browser: Browser;
  /** Where the bot is, without a path. */
  botUrl: string;
}

const screenshots = fileURLToPath(new URL('../../artifacts/screenshots/', import.meta.url));
const startPatienceMs = 30_000;
const botName = 'Smartcard support';

/** Starts a playground for a bot that runs, and opens it in the browser. */
export async function openPlayground({ browser, botUrl }: Options): Promise<Playground> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const child = spawnPlayground({ port, botUrl, logFile: join(folder, 'log') });
  const service = watchService('The playground', child, url);
  await waitUntilReady(service, startPatienceMs);

  const page = await openPage(browser, url);
  const channels = page.getByRole('tree', { name: 'Teams Channel' });
  const post = page.getByRole('button', { name: 'Post', exact: true });

  return {
    page,
    async goTo(place) {
      const isChannel = (await channels.getByRole('treeitem', { name: place }).count()) > 0;
      await page.getByRole('treeitem', { name: place }).click();
      await post.waitFor({ state: isChannel ? 'visible' : 'hidden' });
    },
    async say(text, { mention = false } = {}) {
      // In a channel the first one starts a post, the others answer to one.
      await page.getByRole('textbox').first().click();
      if (mention) {
        await page.keyboard.type('@');
        await page.getByRole('menuitem', { name: botName }).click();
      }
      await page.keyboard.type(mention ? ` ${text}` : text);
      await page.keyboard.press('Enter');
    },
    async press(button) {
      const buttons = page.getByRole('button', { name: button, exact: true });
      // A chat has its newest message at the bottom, a channel its newest post at the top.
      await ((await post.isVisible()) ? buttons.first() : buttons.last()).click();
    },
    async see(text) {
      await page.getByText(text).filter({ visible: true }).last().waitFor();
    },
    async screenshot(name) {
      await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
    },
    async close() {
      await page.close();
      await stopService(service);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  // It fetches fonts from the internet, which a test must not need.
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await page.goto(url);
  await page.addStyleTag({
    content: "* { font-family: 'Liberation Sans', Arial, sans-serif !important }",
  });
  await page.getByRole('button', { name: 'Toggle Log Panel' }).click();
  await page.getByRole('textbox').first().waitFor();
  return page;
}
