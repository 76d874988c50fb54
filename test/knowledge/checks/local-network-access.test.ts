import { describe, expect, test } from 'vitest';
import { localNetworkAccess } from '../../../src/knowledge/checks/local-network-access.ts';
import { notAsked, type ProbeResult } from '../../../src/knowledge/checks/probe.ts';
import { judgeOf, probesOf, settings, value } from './answers.ts';

type Given = Record<string, ProbeResult>;
const list = (policy: string, entries: string[], hive = 'machine'): Given =>
  Object.fromEntries(entries.map((entry, at) => [`${policy}-${hive}-${at + 1}`, value(entry)]));
const judge = (...given: Given[]) => judgeOf(localNetworkAccess, Object.assign({}, ...given));

const narrowBlock = 'LoopbackNetworkBlockedForUrls';
const narrowAllow = 'LoopbackNetworkAllowedForUrls';
const wideBlock = 'LocalNetworkAccessBlockedForUrls';
const wideAllow = 'LocalNetworkAccessAllowedForUrls';
const both = ['https://am.nhsidentity.spineservices.nhs.uk', 'https://login.example'];

const allowed = {
  verdict: 'healthy',
  reason: 'Edge lets log in pages reach this PC',
  found: 'Allowed by policy',
};
const blocked = {
  verdict: 'unhealthy',
  reason: 'Edge blocks log in pages from reaching this PC',
  found: 'Blocked by policy',
};
const open = {
  verdict: 'cannot-tell',
  reason: 'I could not find out whether Edge lets log in pages reach this PC',
  found: 'No policy names these pages: what you answered in Edge decides',
};

describe('whether log in pages may reach the PC', () => {
  test('is for the person to say where there is no policy', () => {
    expect(judge()).toEqual(open);
  });

  test.each([narrowAllow, wideAllow])('%s lets them', (policy) => {
    expect(judge(list(policy, both))).toEqual(allowed);
    expect(judge(list(policy, both, 'user'))).toEqual(allowed);
  });

  test.each([narrowBlock, wideBlock])('%s stops them', (policy) => {
    expect(judge(list(policy, both))).toEqual(blocked);
    expect(judge(list(policy, both, 'user'))).toEqual(blocked);
  });

  test('one page that is blocked is enough', () => {
    expect(judge(list(wideBlock, ['https://login.example']))).toEqual(blocked);
  });

  test('one page that is allowed is not', () => {
    expect(judge(list(wideAllow, ['https://login.example']))).toEqual(open);
  });

  test.each([
    [narrowBlock, narrowAllow, blocked],
    [wideBlock, wideAllow, blocked],
    [narrowBlock, wideAllow, blocked],
    // The narrower pair wins.
    [wideBlock, narrowAllow, allowed],
  ])('%s against %s', (one, other, expected) => {
    expect(judge(list(one, both), list(other, both))).toEqual(expected);
  });

  test('the narrower pair does not speak for pages it does not name', () => {
    const given = [list(narrowAllow, ['https://login.example']), list(wideBlock, both)];
    expect(judge(...given)).toEqual(blocked);
  });

  test('the machine’s list hides the person’s', () => {
    const other = list(wideBlock, ['https://other.example']);
    expect(judge(other, list(wideBlock, both, 'user'), list(wideAllow, both))).toEqual(allowed);
  });

  test.each([
    '*',
    'https://*',
    '*://login.example',
    'login.example',
    'LOGIN.EXAMPLE',
    'https://login.example',
    'https://login.example/',
    'https://login.example/start?here',
    'https://login.example:443',
    'https://login.example:*',
    '[*.]login.example',
    '[*.]example',
    'https://[*.]example:443',
  ])('“%s” covers https://login.example', (entry) => {
    expect(judge(list(wideBlock, [entry]))).toEqual(blocked);
  });

  test.each([
    'http://login.example',
    'https://login.example:8443',
    'https://login.example.org',
    'https://elsewhere.example',
    'https://notlogin.example',
    'https://sub.login.example',
    '[*.]sub.login.example',
    '[*.]ogin.example',
    // A star in any other place makes the entry void.
    '*.example',
    'https://*.example',
    'https://login.*',
    '[*.].example',
    '[*.]*',
    '[*.]*.example',
    'ftp://login.example',
    'https:/login.example',
    '',
    ' ',
  ])('“%s” does not', (entry) => {
    expect(judge(list(wideBlock, [entry]))).toEqual(open);
  });

  test('a page with a port of its own is covered on that port', () => {
    const asked = { ...settings, logInOrigins: ['https://login.example:8443', 'http://a.example'] };
    const of = (entry: string) => judgeOf(localNetworkAccess, list(wideBlock, [entry]), asked);
    expect(of('https://login.example:8443')).toEqual(blocked);
    expect(of('https://login.example:443')).toEqual(open);
    expect(of('a.example:80')).toEqual(blocked);
    expect(of('a.example:443')).toEqual(open);
  });

  test('behind a list that is full there may be more', () => {
    const full = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://${name}.example`);
    const long = { verdict: 'cannot-tell', found: 'The policy has a long list of sites' };
    expect(judge(list(wideBlock, full), list(wideAllow, both))).toMatchObject(long);
    expect(judge(list(narrowAllow, full), list(wideAllow, both))).toMatchObject(long);
    expect(judge(list(wideBlock, full.slice(1)), list(wideAllow, both))).toEqual(allowed);
  });

  test.each([
    `${narrowBlock}-machine-1`,
    `${narrowBlock}-user-5`,
    `${narrowAllow}-machine-1`,
    `${wideBlock}-machine-3`,
    `${wideBlock}-user-1`,
  ])('when %s could not be asked, there may be a block on it', (probe) => {
    for (const outcome of notAsked) {
      expect(judge(list(wideAllow, both), { [probe]: { outcome } })).toMatchObject({
        verdict: 'cannot-tell',
        notAsked: outcome,
      });
    }
  });

  test('what cannot change anything need not be known', () => {
    const unknown = { [`${wideBlock}-machine-1`]: { outcome: 'denied' } as const };
    expect(judge(list(narrowAllow, both), unknown)).toEqual(allowed);
    expect(judge(list(narrowBlock, both), unknown)).toEqual(blocked);
  });

  test('is not asked while no log in page is known', () => {
    expect(localNetworkAccess.probes({ ...settings, logInOrigins: [] })).toBeUndefined();
    expect(localNetworkAccess.judge({}, { ...settings, logInOrigins: [] })).toMatchObject({
      verdict: 'cannot-tell',
    });
  });

  test('all four policies are asked for in both hives', () => {
    expect(Object.keys(probesOf(localNetworkAccess))).toHaveLength(40);
  });

  test('is our own conclusion', () => {
    expect(localNetworkAccess.basis).toBe('ours');
  });
});
