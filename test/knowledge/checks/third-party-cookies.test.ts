import { describe, expect, test } from 'vitest';
import { notAsked, type ProbeResult } from '../../../src/knowledge/checks/probe.ts';
import { thirdPartyCookies } from '../../../src/knowledge/checks/third-party-cookies.ts';
import { judgeOf, probesOf, value } from './answers.ts';

type Given = Record<string, ProbeResult>;
const block = (data: string | number, hive = 'machine'): Given => ({
  [`BlockThirdPartyCookies-${hive}`]: value(data, 'REG_DWORD'),
});
const allow = (entries: string[], hive = 'machine'): Given =>
  Object.fromEntries(
    entries.map((entry, at) => [`CookiesAllowedForUrls-${hive}-${at + 1}`, value(entry)]),
  );
const judge = (...given: Given[]) => judgeOf(thirdPartyCookies, Object.assign({}, ...given));

const blocked = {
  verdict: 'unhealthy',
  reason: 'Edge blocks cookies that log in needs',
  found: 'Blocked by policy, no exception for http://localhost',
};
const unclear = 'I could not find out whether Edge lets localhost use third-party cookies';
const allowed = (found: string) => ({
  verdict: 'healthy',
  reason: 'Edge lets localhost use cookies',
  found,
});

describe('cookies for localhost in Edge', () => {
  test.each([0, '0', '0x0'])('%j allows them for all sites', (data) => {
    expect(judge(block(data))).toEqual(allowed('Allowed for all sites by policy'));
  });

  test.each([1, '1', '0x1', 2, -1])('%j blocks them', (data) => {
    expect(judge(block(data))).toEqual(blocked);
  });

  test.each(['true', '', 'no'])('“%s” is no value of it, so nothing is known', (data) => {
    expect(judge(block(data))).toMatchObject({ verdict: 'cannot-tell', notAsked: 'error' });
  });

  test('without a policy the person’s own setting decides', () => {
    const found = 'No policy: the setting in the browser decides';
    expect(judge()).toEqual({ verdict: 'cannot-tell', reason: unclear, found });
    expect(judge(allow(['https://other.example']))).toMatchObject({ found });
  });

  test.each([
    [0, 1, 'healthy'],
    [1, 0, 'unhealthy'],
  ])('the machine’s %i wins over the person’s %i', (machine, user, verdict) => {
    expect(judge(block(machine), block(user, 'user'))).toMatchObject({ verdict });
  });

  test('the person’s counts where the machine has none', () => {
    expect(judge(block(1, 'user'))).toEqual(blocked);
  });

  test.each([
    '[*.]localhost',
    'localhost',
    'LOCALHOST',
    'http://localhost',
    'http://localhost/',
    'http://localhost:*',
    'http://[*.]localhost',
    '*://localhost',
    ' http://localhost ',
  ])('the exception “%s” lets localhost use them', (entry) => {
    expect(judge(block(1), allow([entry]))).toEqual(allowed('Allowed by policy'));
    expect(judge(allow(['https://other.example', entry]))).toEqual(allowed('Allowed by policy'));
  });

  test.each([
    'https://localhost',
    'notlocalhost',
    'localhost.example',
    '[*.]localhost.example',
    '*localhost*',
    '[*.].localhost',
    '*',
    '*,https://localhost',
    'https://am.nhsidentity.spineservices.nhs.uk,http://localhost',
    'http:/localhost',
    'ftp://localhost',
    '127.0.0.1',
    '',
  ])('the exception “%s” does not', (entry) => {
    expect(judge(block(1), allow([entry]))).toEqual(blocked);
  });

  test.each([
    'http://localhost:43485',
    'localhost:43485',
    '[*.]localhost,https://[*.]nhs.uk',
    'http://localhost,*',
  ])('whether “%s” is enough nobody can tell', (entry) => {
    expect(judge(block(1), allow([entry]))).toEqual({
      verdict: 'cannot-tell',
      reason: unclear,
      found: 'Blocked by policy, allowed for a part of localhost only',
    });
  });

  test('the machine’s list of exceptions wins over the person’s', () => {
    const other = ['https://other.example'];
    const ours = ['[*.]localhost'];
    expect(judge(block(1), allow(other), allow(ours, 'user'))).toEqual(blocked);
    expect(judge(block(1), allow(ours), allow(other, 'user'))).toMatchObject({
      verdict: 'healthy',
    });
    expect(judge(block(1), allow(ours, 'user'))).toMatchObject({ verdict: 'healthy' });
  });

  test('behind a list that is full there may be more', () => {
    const full = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://${name}.example`);
    expect(judge(block(1), allow(full))).toMatchObject({
      verdict: 'cannot-tell',
      found: 'Blocked by policy, with a long list of exceptions',
    });
    expect(judge(block(1), allow(full.slice(1)))).toEqual(blocked);
    expect(judge(block(1), allow([...full.slice(1), 'localhost']))).toMatchObject({
      verdict: 'healthy',
    });
  });

  test('gaps in a list do not end it', () => {
    const given = { 'CookiesAllowedForUrls-machine-3': value('localhost') };
    expect(judge(block(1), given)).toMatchObject({ verdict: 'healthy' });
  });

  test.each([
    'BlockThirdPartyCookies-machine',
    'CookiesAllowedForUrls-machine-1',
    'CookiesAllowedForUrls-machine-5',
    'CookiesAllowedForUrls-user-1',
  ])('when %s could not be asked, a block may have an exception', (probe) => {
    for (const outcome of notAsked) {
      expect(judge(block(1), { [probe]: { outcome } })).toMatchObject({
        verdict: 'cannot-tell',
        notAsked: outcome,
      });
    }
  });

  test('what cannot change anything need not be known', () => {
    const outcome = 'denied' as const;
    expect(
      judge(block(0), {
        'BlockThirdPartyCookies-user': { outcome },
        'CookiesAllowedForUrls-machine-1': { outcome },
      }),
    ).toMatchObject({ verdict: 'healthy' });
    expect(
      judge(block(1), allow(['https://other.example']), {
        'CookiesAllowedForUrls-user-1': { outcome },
      }),
    ).toEqual(blocked);
  });

  test('both policies are asked for in both hives', () => {
    expect(Object.keys(probesOf(thirdPartyCookies))).toHaveLength(12);
  });
});
