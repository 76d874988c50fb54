import { describe, expect, test } from 'vitest';
import { notAsked, type ProbeResult } from '../../../src/knowledge/checks/probe.ts';
import { zones } from '../../../src/knowledge/checks/zones.ts';
import { judgeOf, probesOf, value } from './answers.ts';

const zone = (data: string | number) =>
  value(data, typeof data === 'number' ? 'REG_DWORD' : 'REG_SZ');
const judge = (given: Record<string, ProbeResult>) => judgeOf(zones, given);
const unclear = 'I could not find out which zone Windows puts http://localhost in';
const places = ['policy-url', 'policy-host', 'site-http', 'site-any'];
const everywhere = places.flatMap((place) => [`${place}-machine`, `${place}-user`]);

describe('the zone of http://localhost', () => {
  test.each([
    [0, 'cannot-tell', unclear, 'This computer'],
    [1, 'healthy', 'http://localhost is on a site list of Windows', 'Local intranet'],
    [2, 'healthy', 'http://localhost is on a site list of Windows', 'Trusted sites'],
    [3, 'unhealthy', 'http://localhost is in a zone that asks for a password', 'Internet'],
    [4, 'unhealthy', 'http://localhost is in a zone that asks for a password', 'Restricted sites'],
    [5, 'cannot-tell', unclear, 'A zone that is not known'],
    [-1, 'cannot-tell', unclear, 'A zone that is not known'],
    ['two', 'cannot-tell', unclear, 'A zone that is not known'],
    ['', 'cannot-tell', unclear, 'A zone that is not known'],
  ])('%j is %s: %s', (data, verdict, reason, found) => {
    for (const place of everywhere) {
      expect(judge({ [place]: zone(data) }), place).toEqual({ verdict, reason, found });
    }
  });

  test.each(['1', ' 2 ', '0x1', '0x00000002'])('“%s” is a number too', (data) => {
    expect(judge({ 'policy-url-user': zone(data) })).toMatchObject({ verdict: 'healthy' });
  });

  test('it is in none when no place names it', () => {
    expect(judge({})).toEqual({
      verdict: 'unhealthy',
      reason: 'http://localhost is on no site list of Windows',
      found: 'On neither list',
    });
  });

  test.each([
    [1, 3, 'healthy', 'Local intranet'],
    [4, 1, 'unhealthy', 'Restricted sites'],
  ])('a policy (%i) wins over the site list (%i): %s', (policy, site, verdict, found) => {
    for (const hive of ['machine', 'user']) {
      const given = { [`policy-url-${hive}`]: zone(policy), 'site-http-user': zone(site) };
      expect(judge(given)).toMatchObject({ verdict, found });
    }
  });

  test.each([
    [1, 2, 'healthy', 'Local intranet and Trusted sites'],
    [2, 2, 'healthy', 'Trusted sites'],
    [3, 4, 'unhealthy', 'Internet and Restricted sites'],
    // Which of them wins no page says.
    [1, 3, 'cannot-tell', 'Local intranet and Internet'],
    [0, 1, 'cannot-tell', 'This computer and Local intranet'],
  ])('%i for the machine and %i for the person: %s', (machine, user, verdict, found) => {
    for (const place of places) {
      const given = { [`${place}-machine`]: zone(machine), [`${place}-user`]: zone(user) };
      expect(judge(given), place).toMatchObject({ verdict, found });
    }
  });

  test('http and any protocol that disagree are for IT to see', () => {
    const given = { 'site-http-user': zone(1), 'site-any-user': zone(4) };
    expect(judge(given)).toMatchObject({ verdict: 'cannot-tell' });
  });

  test.each([
    [1, 'unhealthy'],
    ['1', 'unhealthy'],
    ['0x1', 'unhealthy'],
    [0, 'healthy'],
    [2, 'healthy'],
    ['yes', 'healthy'],
  ])('with Security_HKLM_only %j the person’s own list makes it %s', (data, verdict) => {
    const given = { machineOnly: value(data, 'REG_DWORD'), 'site-http-user': zone(1) };
    expect(judge(given)).toMatchObject({ verdict });
  });

  test('with Security_HKLM_only the machine’s list is all there is', () => {
    const given = {
      machineOnly: value(1, 'REG_DWORD'),
      'site-http-machine': zone(1),
      'site-http-user': zone(4),
      'site-any-user': { outcome: 'denied' } as const,
    };
    expect(judge(given)).toMatchObject({ verdict: 'healthy', found: 'Local intranet' });
  });

  test.each([...everywhere, 'machineOnly'])(
    'when %s could not be asked, the others do not tell',
    (place) => {
      for (const outcome of notAsked) {
        const found = { verdict: 'cannot-tell', notAsked: outcome };
        expect(judge({ [place]: { outcome } })).toMatchObject(found);
        // Of two places of one rank either may count.
        const beside = place.startsWith('policy') ? 'policy-url-user' : 'site-http-user';
        expect(judge({ [beside]: zone(1), [place]: { outcome } })).toMatchObject(found);
      }
    },
  );

  test('a site list that could not be asked does not matter beside a policy', () => {
    const given = {
      'policy-url-machine': zone(1),
      'site-http-user': { outcome: 'timeout' } as const,
    };
    expect(judge(given)).toMatchObject({ verdict: 'healthy' });
  });

  test('it is looked for by its address and its name', () => {
    const asked = Object.values(probesOf(zones));
    expect(new Set(asked.map((probe) => 'name' in probe && probe.name))).toEqual(
      new Set(['Security_HKLM_only', 'http://localhost', 'localhost', 'http', '*']),
    );
    expect(asked).toHaveLength(9);
  });

  test('is our own conclusion', () => {
    expect(zones.basis).toBe('ours');
  });
});
