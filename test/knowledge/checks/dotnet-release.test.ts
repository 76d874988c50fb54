import { describe, expect, test } from 'vitest';
import { dotnetRelease } from '../../../src/knowledge/checks/dotnet-release.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { absent, judgeOf, probesOf, value } from './answers.ts';

const judge = (data: string | number | string[]) =>
  judgeOf(dotnetRelease, { release: value(data, 'REG_DWORD') });

describe('.NET Framework', () => {
  test.each([
    [378389, 'unhealthy', '4.5 (378389)'],
    [394802, 'unhealthy', '4.6.2 (394802)'],
    [460805, 'unhealthy', '4.7 (460805)'],
    [461310, 'unhealthy', '4.7.1 (461310)'],
    [461808, 'unhealthy', '4.7.2 (461808)'],
    [461814, 'unhealthy', '4.7.2 (461814)'],
    [528039, 'unhealthy', '4.7.2 (528039)'],
    [528040, 'healthy', '4.8 (528040)'],
    [528049, 'healthy', '4.8 (528049)'],
    [528372, 'healthy', '4.8 (528372)'],
    [528449, 'healthy', '4.8 (528449)'],
    [533319, 'healthy', '4.8 (533319)'],
    [533320, 'healthy', '4.8.1 (533320)'],
    [533325, 'healthy', '4.8.1 (533325)'],
    [533509, 'healthy', '4.8.1 (533509)'],
    // The rule is “at least”: a release of the future is new enough.
    [2_147_483_647, 'healthy', '4.8.1 (2147483647)'],
    [1, 'unhealthy', 'Older than 4.5 (1)'],
  ] as const)('%s is %s: %s', (release, verdict, found) => {
    expect(judge(release)).toMatchObject({ verdict, found });
  });

  test.each([
    ['528040', 'healthy', '4.8 (528040)'],
    [' 528039 ', 'unhealthy', '4.7.2 (528039)'],
    ['0x00080ea8', 'healthy', '4.8 (528040)'],
    ['0x80EA7', 'unhealthy', '4.7.2 (528039)'],
  ] as const)('the text “%s” is %s: %s', (release, verdict, found) => {
    expect(judge(release)).toMatchObject({ verdict, found });
  });

  test.each([
    -1,
    -528040,
    2_147_483_648,
    99_999_999_999,
    528040.5,
    1e21,
    '4.8',
    '528,040',
    '5280408.1',
    'four',
    '',
    '0x',
    '0x1000000000',
  ])('%j is no release, so nothing is known', (release) => {
    expect(judge(release)).toMatchObject({ verdict: 'cannot-tell', notAsked: 'error' });
  });

  test('several values are no release', () => {
    expect(judge(['528040'])).toMatchObject({ verdict: 'cannot-tell' });
  });

  test('a PC without the value has nothing from 4.5 upwards', () => {
    expect(judgeOf(dotnetRelease, { release: absent })).toEqual({
      verdict: 'unhealthy',
      reason: '.NET Framework 4.8 is missing',
      found: 'Nothing from 4.5 upwards',
    });
  });

  test.each(notAsked)('when it could not be asked (%s), nothing is known', (outcome) => {
    expect(judgeOf(dotnetRelease, { release: { outcome } })).toMatchObject({
      verdict: 'cannot-tell',
      notAsked: outcome,
    });
  });

  test('either view of the registry will do', () => {
    expect(probesOf(dotnetRelease).release).toMatchObject({ hive: 'machine', view: 'both' });
  });
});
