import { describe, expect, test } from 'vitest';
import { authServerAllowlist } from '../../../src/knowledge/checks/auth-server-allowlist.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { absent, judgeOf, probesOf, value } from './answers.ts';

const judge = (list: string) => judgeOf(authServerAllowlist, { machine: value(list) });

const otherSites = 'Other sites only';
const onePort = 'localhost for one port only';
const otherScheme = 'localhost, but not for http';
const misspelt = 'localhost, but not in a way Edge can read';

describe('the list of sites Edge logs in to by itself', () => {
  test.each([
    'http://localhost',
    'localhost',
    'LOCALHOST',
    'HTTP://LocalHost',
    '*localhost*',
    '*',
    '**',
    'local*',
    'http://*',
    '<local>',
    ' localhost ',
    '*.trust.example,http://localhost',
    '*.trust.example, http://localhost',
    'http://localhost;*.trust.example',
    '*.trust.example ; localhost',
    ',,localhost,',
    'https://localhost,http://localhost',
    'http://localhost:43485,localhost',
  ])('“%s” holds localhost', (list) => {
    expect(judge(list)).toEqual({
      verdict: 'healthy',
      reason: 'Edge may log in to localhost by itself',
      found: 'localhost is on the list',
    });
  });

  test.each([
    ['*.trust.example', otherSites],
    ['https://am.nhsidentity.spineservices.nhs.uk,*.trust.example', otherSites],
    ['notlocalhost', otherSites],
    ['localhost.example', otherSites],
    ['*.localhost', otherSites],
    ['.localhost', otherSites],
    ['localhost.', otherSites],
    ['localhos', otherSites],
    ['ocalhost', otherSites],
    ['host', otherSites],
    ['*hos', otherSites],
    ['localhost+', misspelt],
    ['127.0.0.1', otherSites],
    ['http://127.0.0.1', otherSites],
    ['lo.alhost', otherSites],
    ['(localhost', misspelt],
    ['http://localhost:43485', onePort],
    ['localhost:80', onePort],
    ['https://localhost', otherScheme],
    ['https://localhost:43485', otherScheme],
    // In the middle of a list is where a typing error hides.
    ['*.trust.example,https://localhost', otherScheme],
    ['http://localhost:43485;https://localhost', onePort],
    // Chromium takes the slash for the mask of an address, and the star for no port.
    ['http://localhost/', misspelt],
    ['localhost:*', misspelt],
    ['*://localhost', misspelt],
    ['http:/localhost', misspelt],
    ['localhost:99999', misspelt],
    ['"http://localhost"', misspelt],
    // A space parts nothing.
    ['*.trust.example http://localhost', misspelt],
    ['localhost *.trust.example', misspelt],
    ['', 'The list is empty'],
    [' , ;', 'The list is empty'],
  ])('“%s” does not hold it: %s', (list, found) => {
    expect(judge(list)).toEqual({
      verdict: 'unhealthy',
      reason: 'Edge asks for a password because localhost is not on its list',
      found,
    });
  });

  test('of an entry that is nothing but stars, none costs more than one', () => {
    expect(judge(`${'*'.repeat(4_000)}x`)).toMatchObject({ found: otherSites });
  });

  test('what is missing for the machine and the person is on no list', () => {
    expect(judgeOf(authServerAllowlist, {})).toMatchObject({
      verdict: 'unhealthy',
      found: 'There is no list',
    });
  });

  test.each([
    ['http://localhost', '*.trust.example', 'healthy'],
    ['*.trust.example', 'http://localhost', 'unhealthy'],
    ['', 'http://localhost', 'unhealthy'],
  ])('the machine’s “%s” wins over the person’s “%s”: %s', (machine, user, verdict) => {
    const given = { machine: value(machine), user: value(user) };
    expect(judgeOf(authServerAllowlist, given)).toMatchObject({ verdict });
  });

  test.each([
    ['http://localhost', 'healthy'],
    ['*.trust.example', 'unhealthy'],
  ])('without the machine’s, the person’s “%s” counts: %s', (user, verdict) => {
    const given = { machine: absent, user: value(user) };
    expect(judgeOf(authServerAllowlist, given)).toMatchObject({ verdict });
  });

  test.each(notAsked)('one that could not be asked (%s) is not a missing one', (outcome) => {
    const listed = value('http://localhost');
    const unknown = { verdict: 'cannot-tell', notAsked: outcome };
    const given = { machine: { outcome }, user: listed };
    expect(judgeOf(authServerAllowlist, given)).toMatchObject(unknown);
    expect(judgeOf(authServerAllowlist, { user: { outcome } })).toMatchObject(unknown);
    // The machine has the last word, so what the person has does not matter.
    expect(judgeOf(authServerAllowlist, { machine: listed, user: { outcome } })).toMatchObject({
      verdict: 'healthy',
    });
  });

  test('both hives are asked for, in the key of Edge', () => {
    expect(probesOf(authServerAllowlist)).toMatchObject({
      machine: { hive: 'machine', key: 'SOFTWARE\\Policies\\Microsoft\\Edge' },
      user: { hive: 'user', key: 'SOFTWARE\\Policies\\Microsoft\\Edge' },
    });
  });
});
