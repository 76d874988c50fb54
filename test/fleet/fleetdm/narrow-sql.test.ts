import { expect, test } from 'vitest';
import { fakePc } from '../../support/fake-fleetdm/fake-pc.ts';
import { ada, withFleet } from '../../support/fake-fleetdm/fleetdm-run.ts';
import { problemsOf } from '../../support/fake-fleetdm/narrow-sql.ts';

test.each([
  ["SELECT name FROM services WHERE name COLLATE NOCASE IN ('a;b', 'it''s')"],
  ["SELECT CAST(pid AS TEXT) AS p FROM processes WHERE (pid = 1 OR pid = 2) AND name = 'a' || 'b'"],
  [
    "SELECT r.name FROM users AS u LEFT JOIN registry AS r ON r.key COLLATE NOCASE IN (u.uuid || '\\A')",
  ],
])('the fake takes %s', (sql) => expect(problemsOf(sql)).toEqual([]));

test.each([
  ['not one SELECT', 'DELETE FROM services'],
  ['not one SELECT', 'SELECT a FROM (SELECT 1)'],
  ['more than one statement, or a comment', 'SELECT 1; SELECT 2'],
  ['more than one statement, or a comment', 'SELECT 1 -- more'],
  ['a text that does not end', "SELECT 'a"],
  ['a percent sign', "SELECT name FROM services WHERE name = 'a%'"],
  ['a comparison other than =', 'SELECT name FROM services WHERE pid > 4'],
  ['a word that is not allowed', "SELECT name FROM services WHERE name LIKE 'a'"],
  ['a word that is not allowed', 'SELECT 1 UNION ALL SELECT 2'],
  ['the function lower', 'SELECT lower(name) FROM services'],
  ['the registry without a key', "SELECT name FROM registry WHERE name = 'a'"],
  [
    'the registry without a key',
    "SELECT a.name FROM registry AS a JOIN registry AS b ON a.key = 'x'",
  ],
  ['files without a folder', "SELECT path FROM file WHERE filename = 'a'"],
  ['the hive of HKLM\\A', "SELECT name FROM registry WHERE key = 'HKLM\\A'"],
  ['the hive of hkey_users\\A', "SELECT name FROM registry WHERE key = 'hkey_users\\A'"],
  [
    'the hive of HKEY_CURRENT_USER\\A',
    "SELECT name FROM registry WHERE key = 'HKEY_CURRENT_USER\\A'",
  ],
])('the fake finds %s in %s', (problem, sql) => expect(problemsOf(sql)).toContain(problem));

test('a query that breaks the rules fails the test that sent it', async () => {
  const asking = withFleet([fakePc(12, [ada])], ({ url, token }) =>
    fetch(`${url}/api/v1/fleet/hosts/12/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: "SELECT name FROM services WHERE name LIKE 'a'" }),
    }),
  );
  await expect(asking).rejects.toThrow('a word that is not allowed');
});
