import { answerOf, type Check } from './check.ts';
import { installedProducts, productProbes } from './installed-products.ts';
import { couldNotAsk } from './not-asked-words.ts';

const whether = 'whether the PC was restarted since the last install';

/** The day on the calendar of the wards, as `YYYY-MM-DD`. */
const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const dayInWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Windows counts from 1601 and many agents from 1970: such a day is a date nobody filled in. */
const isKnown = (day: string) => day > '2000';

/**
 * The day of an install as Windows keeps it, `YYYYMMDD`, or as `YYYY-MM-DD`. Other spellings can be
 * read in two ways and are not read.
 */
function installDay(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date?.trim() ?? '') ?? [];
  const text = `${year}-${month}-${day}`;
  const read = new Date(text);
  // 30 February would be read as 2 March.
  const isDay = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  return isDay && isKnown(text) ? text : undefined;
}

function bootDay(moment: string | undefined): string | undefined {
  const read = new Date(moment ?? Number.NaN);
  if (Number.isNaN(read.getTime())) return undefined;
  const day = dayInLondon.format(read);
  return isKnown(day) ? day : undefined;
}

/** The last of the days. Undefined also when one of them is not known: it may be the last. */
const lastOf = (days: readonly (string | undefined)[]): string | undefined =>
  days.includes(undefined) ? undefined : days.toSorted().at(-1);

const unclear = (found: string) =>
  ({ verdict: 'cannot-tell', reason: `I could not find out ${whether}`, found }) as const;

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
    if (products.length === 0) return unclear('Nothing is installed');
    const installed = lastOf(products.map(({ installDate }) => installDay(installDate)));
    if (installed === undefined) return unclear('The PC keeps no date of the install');
    const booted = bootDay(os.observed.bootedAt);
    if (booted === undefined) return unclear('The PC does not say when it was restarted');
    const words = (day: string) => dayInWords.format(new Date(day));
    const found = `Restarted ${words(booted)}, installed ${words(installed)}`;
    // Windows keeps the day of an install, not the time.
    if (booted === installed) return unclear(found);
    return booted > installed
      ? { verdict: 'healthy', reason: 'The PC was restarted after the last install', found }
      : {
          verdict: 'unhealthy',
          reason: 'The smartcard software was installed after the last restart',
          found,
        };
  },
};
