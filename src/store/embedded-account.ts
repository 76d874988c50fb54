import { chown, stat } from 'node:fs/promises';
import { getuid } from 'node:process';
import type { Binaries } from './embedded-binaries.ts';
import { run } from './embedded-run.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';

/** The account PostgreSQL runs under. */
export interface Account {
  /** What to put before a command to run it under this account. */
  prefix: readonly string[];
  /** Hands a new file or folder over to the account. */
  own: (path: string) => Promise<void>;
  /** Hands a whole folder over, where it is somebody else's. */
  ownAll: (path: string) => Promise<void>;
}

const nobody = 65_534;
const nothing = async () => {};

/**
 * PostgreSQL refuses to run as root. A bot started as root, in a container or on a build machine,
 * runs it as the owner of the data folder, or as nobody.
 *
 * That account can usually not enter root's folders, where the programs and the data are. So it keeps
 * one right of root's, to pass closed folders (dac_override). PostgreSQL asks `access()`, for which
 * Linux drops that right from ordinary users unless no_setuid_fixup is set. Where a sandbox forbids
 * it, a user namespace lets root look like nobody, and last comes the plain way for open folders.
 */
export async function chooseAccount(folder: string, { postgres }: Binaries): Promise<Account> {
  if (getuid?.() !== 0) return { prefix: [], own: nothing, ownAll: nothing };

  const owner = await stat(folder);
  const uid = owner.uid || nobody;
  const gid = owner.uid ? owner.gid : nobody;
  const setpriv = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const right = '+dac_override';
  const ways = [
    {
      uid,
      gid,
      prefix: [
        ...setpriv,
        '--securebits=+no_setuid_fixup',
        `--inh-caps=${right}`,
        `--ambient-caps=${right}`,
      ],
    },
    { uid: 0, gid: 0, prefix: ['unshare', '--user', `--map-user=${nobody}`] },
    { uid, gid, prefix: setpriv },
  ];
  const refusals: string[] = [];
  for (const way of ways) {
    try {
      await run([...way.prefix, postgres, '--version']);
      return {
        prefix: way.prefix,
        own: (path) => chown(path, way.uid, way.gid),
        ownAll: async (path) => {
          if ((await stat(path)).uid === way.uid) return;
          await run(['chown', '-R', `${way.uid}:${way.gid}`, path]);
        },
      };
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new EmbeddedServerError(
    `PostgreSQL does not run as root, and this system does not let root run it as another user:\n  ${refusals.join('\n  ')}\n` +
      'Start the bot as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}
