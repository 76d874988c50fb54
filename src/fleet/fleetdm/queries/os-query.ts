import { answered, type LiveQuery, type ProbeOf, resultsOf } from '../live-query.ts';

/** Longer than any PC has run. */
const mostSeconds = 10 ** 9;

/**
 * When the PC was started. With Fast Startup, Windows goes on counting where somebody shuts it down and
 * starts it again, so that this is the last restart.
 * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.utility/get-uptime
 * (6 November 2025)
 */
function bootedAt(seconds: string | undefined, at: Date): string | undefined {
  if (!seconds || !/^\d+$/.test(seconds) || Number(seconds) > mostSeconds) return undefined;
  return new Date(at.getTime() - Number(seconds) * 1_000).toISOString();
}

/** Asks for the version of Windows, and how long it has been running. */
export function osQuery(probes: readonly ProbeOf<'os'>[]): LiveQuery {
  return {
    probes,
    sql:
      'SELECT os.name AS name, os.version AS version, os.build AS build,' +
      ' uptime.total_seconds AS seconds FROM os_version AS os JOIN uptime',
    read: ([row], at) =>
      resultsOf(probes, () => {
        // There is always one. Without it Windows did not say.
        if (!row?.name) return { outcome: 'error' };
        const { name, version, build, seconds } = row;
        const booted = bootedAt(seconds, at);
        return answered('os', {
          name,
          ...(version ? { version } : {}),
          ...(build ? { build } : {}),
          ...(booted ? { bootedAt: booted } : {}),
        });
      }),
  };
}
