import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const missing =
  'The browser tests need Chromium. Install it, on Debian and Ubuntu with "apt-get install chromium", ' +
  'or set CHROMIUM_PATH to the program of Chromium, Chrome or Edge.';

/**
 * The path of a browser. Undefined when there is none: then skip, the reason has been printed.
 *
 * @throws when there is none and CI is set: there the browser tests must run
 */
export function findChromium(): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [env.CHROMIUM_PATH ?? '', ...candidates].find(isExecutable);
  if (found) return found;
  if (env.CI) throw new Error(missing);
  console.warn(missing);
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
