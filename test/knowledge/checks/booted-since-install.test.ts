import { describe, expect, test } from 'vitest';
import { bootedSinceInstall } from '../../../src/knowledge/checks/booted-since-install.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { absent, answered, judgeOf } from './answers.ts';

const name = 'NHS Credential Management';
const programs = (...installDates: (string | undefined)[]) =>
  answered('installedProgram', {
    programs: installDates.map((installDate, at) => ({
      name,
      version: `${at}`,
      ...(installDate === undefined ? {} : { installDate }),
    })),
  });
const windows = (bootedAt?: string) =>
  answered('os', { name: 'Windows 11', ...(bootedAt === undefined ? {} : { bootedAt }) });

const judge = (installDate: string | undefined, bootedAt?: string) =>
  judgeOf(bootedSinceInstall, { product: programs(installDate), os: windows(bootedAt) });

const unclear = 'I could not find out whether the PC was restarted since the last install';

describe('a restart since the last install', () => {
  test.each([
    ['the day after', '20261123', '2026-11-24T06:12:00Z', 'healthy'],
    ['a year after', '20251123', '2026-11-23T06:12:00Z', 'healthy'],
    ['the day before', '20261123', '2026-11-22T23:59:59Z', 'unhealthy'],
    ['months before', '20261123', '2026-09-01T06:12:00Z', 'unhealthy'],
    // Windows keeps the day of an install, not the time.
    ['the same day', '20261123', '2026-11-23T06:12:00Z', 'cannot-tell'],
    ['the last second of that day', '20261123', '2026-11-23T23:59:59Z', 'cannot-tell'],
    ['the first second of the next day', '20261123', '2026-11-24T00:00:00Z', 'healthy'],
    // In summer a day on the wards begins an hour before it does in UTC.
    ['the next day by British Summer Time', '20260601', '2026-06-01T23:00:00Z', 'healthy'],
    ['the same day by British Summer Time', '20260601', '2026-06-01T22:59:59Z', 'cannot-tell'],
    ['the same day, though UTC is a day behind', '20260602', '2026-06-01T23:30:00Z', 'cannot-tell'],
    // The clock goes back on 25 October 2026 and forward on 29 March 2026.
    ['the night the clock goes back', '20261024', '2026-10-24T23:30:00Z', 'healthy'],
    ['the night after that', '20261025', '2026-10-25T23:30:00Z', 'cannot-tell'],
    ['the night the clock goes forward', '20260329', '2026-03-29T23:30:00Z', 'healthy'],
    ['the next day, written with an offset', '20261123', '2026-11-23T23:30:00-05:00', 'healthy'],
    [
      'the same day, written with an offset',
      '20261123',
      '2026-11-24T00:30:00+05:00',
      'cannot-tell',
    ],
  ] as const)('%s: installed %s, booted %s: %s', (_what, installDate, bootedAt, verdict) => {
    expect(judge(installDate, bootedAt)).toMatchObject({ verdict });
  });

  test('the days are told as people write them', () => {
    expect(judge('20261012', '2026-11-23T06:12:00Z')).toEqual({
      verdict: 'healthy',
      reason: 'The PC was restarted after the last install',
      found: 'Restarted 23 November 2026, installed 12 October 2026',
    });
    expect(judge('20261123', '2026-06-01T23:30:00Z')).toEqual({
      verdict: 'unhealthy',
      reason: 'The smartcard software was installed after the last restart',
      found: 'Restarted 2 June 2026, installed 23 November 2026',
    });
  });

  test.each(['20261123', '2026-11-23', ' 20261123 '])('the date “%s” is read', (installDate) => {
    expect(judge(installDate, '2026-11-22T12:00:00Z')).toMatchObject({ verdict: 'unhealthy' });
  });

  test.each([
    undefined,
    '',
    '23/11/2026',
    '11/23/2026',
    '23.11.2026',
    '2026',
    '20261323',
    '20260230',
    '20261100',
    '2026112',
    '202611230',
    'yesterday',
    // Nobody filled it in: where Windows and other systems begin to count.
    '16010101',
    '19700101',
  ])('the date “%s” is not guessed at', (installDate) => {
    expect(judge(installDate, '2026-11-22T12:00:00Z')).toEqual({
      verdict: 'cannot-tell',
      reason: unclear,
      found: 'The PC keeps no date of the install',
    });
  });

  test.each([undefined, '1970-01-01T00:00:00Z', '1601-01-01T00:00:00Z', 'never'])(
    'a start of the PC at “%s” is not guessed at',
    (bootedAt) => {
      expect(judge('20261123', bootedAt)).toEqual({
        verdict: 'cannot-tell',
        reason: unclear,
        found: 'The PC does not say when it was restarted',
      });
    },
  );

  test('of several installs the last counts', () => {
    const given = { os: windows('2026-11-22T12:00:00Z') };
    const early = programs('20260101', '2026-03-01');
    const late = programs('20260101', '20261123', '20260301');
    expect(judgeOf(bootedSinceInstall, { ...given, product: early })).toMatchObject({
      verdict: 'healthy',
    });
    expect(judgeOf(bootedSinceInstall, { ...given, product: late })).toMatchObject({
      verdict: 'unhealthy',
    });
  });

  test('one install without a date may be the last', () => {
    const given = { product: programs('20260101', undefined), os: windows('2026-11-22T12:00:00Z') };
    expect(judgeOf(bootedSinceInstall, given)).toMatchObject({ verdict: 'cannot-tell' });
  });

  test('where nothing is installed there is nothing to restart for', () => {
    expect(judgeOf(bootedSinceInstall, { os: windows('2026-11-22T12:00:00Z') })).toEqual({
      verdict: 'cannot-tell',
      reason: unclear,
      found: 'Nothing is installed',
    });
  });

  test.each(notAsked)('what could not be asked (%s) is not guessed at', (outcome) => {
    const known = {
      product: programs('20261123'),
      formerProduct: absent,
      os: windows('2026-11-22T12:00:00Z'),
    };
    for (const probe of ['product', 'formerProduct', 'os']) {
      expect(judgeOf(bootedSinceInstall, { ...known, [probe]: { outcome } })).toMatchObject({
        verdict: 'cannot-tell',
        notAsked: outcome,
      });
    }
  });

  test('a PC without Windows has not answered', () => {
    expect(judgeOf(bootedSinceInstall, { product: programs('20261123') })).toMatchObject({
      verdict: 'cannot-tell',
      notAsked: 'error',
    });
  });

  test('it is our own conclusion', () => {
    expect(bootedSinceInstall.basis).toBe('ours');
  });
});
