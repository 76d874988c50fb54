import { answerOf, type Check } from './check.ts';
import { installedProducts, productProbes } from './installed-products.ts';
import { couldNotAsk } from './not-asked-words.ts';

const whether = 'whether the PC was restarted since the last install';

/** The day on the calendar of the wards, as `YYYY-MM-DD`. */
const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/**
 * The day of an install as Windows keeps it, `YYYYMMDD`, or as `YYYY-MM-DD`. Other spellings can be
 * read in two ways and are not read.
 */
function installDay(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date?.trim() ?? '') ?? [];
  const text = `${year}-${month}-${day}`;
  return year && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/**
 * NHS Credential Management starts at the next log in or restart, not straight after an install. That
 * a PC not restarted since is at fault is our conclusion.
 */
export const bootedSinceInstall: Check = {
  id: 'booted-since-install',
  title: 'Restart since the last install',
  expected: 'Restarted after it',
  basis: 'ours',
  probes: () => ({ ...productProbes, os: { kind: 'os' } }),
  judge: (answers) => {
    const { products, notAsked } = installedProducts(answers);
    if (notAsked) return couldNotAsk(whether, notAsked);
    const os = answerOf(answers, 'os', 'os');
    if (os.outcome !== 'answered') {
      return couldNotAsk(whether, os.outcome === 'absent' ? 'error' : os.outcome);
    }
    const days = products.map(({ installDate }) => installDay(installDate));
    const installed = days.some((day) => day === undefined) ? undefined : days.toSorted().at(-1);
    const { bootedAt } = os.observed;
    if (installed === undefined || bootedAt === undefined) {
      const found = products.length === 0 ? 'Nothing is installed' : 'The PC keeps no date of it';
      return { verdict: 'cannot-tell', reason: `I could not find out ${whether}`, found };
    }
    const booted = dayInLondon.format(new Date(bootedAt));
    const found = `Restarted ${booted}, installed ${installed}`;
    if (booted === installed) {
      return { verdict: 'cannot-tell', reason: `I could not find out ${whether}`, found };
    }
    return booted > installed
      ? { verdict: 'healthy', reason: 'The PC was restarted after the last install', found }
      : {
          verdict: 'unhealthy',
          reason: 'The smartcard software was installed after the last restart',
          found,
        };
  },
};
