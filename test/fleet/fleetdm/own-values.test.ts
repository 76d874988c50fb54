import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/knowledge/checks/probe.ts';
import { fakePc } from '../../support/fake-fleetdm/fake-pc.ts';
import { ada, answerOf, bob } from '../../support/fake-fleetdm/fleetdm-run.ts';
import { sidOf } from '../../support/fake-fleetdm/osquery-tables.ts';

const error = { outcome: 'error' };
const absent = { outcome: 'absent' };
const key = 'SOFTWARE\\Acme';
const list = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

const value: Question = { kind: 'registryValue', hive: 'user', key, name: 'LEVEL', view: '64' };
const subkey: Question = { kind: 'registryKey', hive: 'user', key, view: '64' };
const process: Question = { kind: 'process', name: 'card*', scope: 'user' };
const program: Question = { kind: 'installedProgram', nameContains: 'Card Reader' };
const questions = { value, subkey, process, program };
const ownKinds = ['value', 'subkey', 'process'] as const;

/** A PC on which both are signed in, and only the nth of them has what is asked for. */
function pcWhereOnly(nth: number, users = [ada, bob]) {
  const hive = `HKEY_USERS\\${sidOf(nth)}`;
  return fakePc(12, users, {
    state: { processes: [{ name: 'CardManager.exe', user: users[nth] ?? '' }] },
    values: [
      { key: `${hive}\\Software\\Acme`, name: 'Level', data: 'high' },
      {
        key: `${hive}\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\C`,
        name: 'DisplayName',
        data: 'Card Reader',
      },
    ],
  });
}

describe.each(['value', 'subkey', 'process', 'program'] as const)('a %s', (kind) => {
  test('that the person has is found', async () => {
    expect(await answerOf(pcWhereOnly(0), questions[kind])).toMatchObject({ outcome: 'answered' });
  });

  test('that only another person who is signed in has is absent', async () => {
    expect(await answerOf(pcWhereOnly(1), questions[kind])).toEqual(absent);
  });

  test('is the one of the person who asked, whoever that is', async () => {
    expect(await answerOf(pcWhereOnly(1), questions[kind], bob)).toMatchObject({
      outcome: 'answered',
    });
  });
});

describe.each(ownKinds)('a %s of their own', (kind) => {
  test.each([
    ['somebody else is signed in', fakePc(12, [bob])],
    ['nobody is signed in', fakePc(12, [])],
    ['their name begins the same', fakePc(12, ['ada.b@trust.example'])],
  ])('cannot be asked when %s', async (_when, pc) => {
    expect(await answerOf(pc, questions[kind])).toEqual(error);
  });

  test('cannot be asked when two people are signed in by the same name', async () => {
    expect(await answerOf(pcWhereOnly(0, [ada, 'ada@other.example']), questions[kind])).toEqual(
      error,
    );
  });

  test('cannot be asked when Windows does not tell who the account is', async () => {
    const pc = pcWhereOnly(0);
    pc.tables.logged_in_users = [{ type: 'active', user: 'ada' }];
    expect(await answerOf(pc, questions[kind])).toEqual(error);
  });

  test.each([['ADA'], ['Trust\\Ada'], ['ada@trust.example']])(
    'is theirs when Windows names them %s',
    async (user) => {
      const pc = pcWhereOnly(0);
      const [row] = pc.tables.logged_in_users ?? [];
      pc.tables.logged_in_users = [{ ...row, user }];
      expect(await answerOf(pc, questions[kind])).toMatchObject({ outcome: 'answered' });
    },
  );

  test('counts once for somebody with two sessions', async () => {
    const pc = pcWhereOnly(0);
    const rows = pc.tables.logged_in_users ?? [];
    pc.tables.logged_in_users = [...rows, ...rows];
    const found = await answerOf(pc, questions[kind]);
    expect(found).toMatchObject({ outcome: 'answered' });
    if (kind === 'process') expect(found).toMatchObject({ observed: { instances: { length: 1 } } });
  });
});

test('a name with an apostrophe is a name', async () => {
  const upn = "o'brien@trust.example";
  expect(await answerOf(pcWhereOnly(0, [upn]), value, upn)).toMatchObject({ outcome: 'answered' });
});

test('a name made to change the query finds nobody', async () => {
  const upn = "x' OR 'a' = 'a@trust.example";
  expect(await answerOf(pcWhereOnly(0), value, upn)).toEqual(error);
});

describe('processes of an account', () => {
  const pcWith = (account: object, uid: number) => {
    const pc = pcWhereOnly(0);
    pc.tables.users = [{ uuid: sidOf(0), username: 'ada', ...account }];
    pc.tables.processes = [{ pid: 9, name: 'card.exe', path: '', uid, start_time: -1 }];
    return pc;
  };

  test.each([
    ['as it is', 3_000_000_000],
    ['with a sign', -1_294_967_296],
  ])('of Entra ID are theirs when its number is written %s', async (_how, uid) => {
    const pc = pcWith({ uid: 3_000_000_000, uid_signed: -1_294_967_296 }, uid);
    expect(await answerOf(pc, process)).toMatchObject({ outcome: 'answered' });
  });

  test('cannot be told from those of an account with the same number', async () => {
    const pc = pcWith({ uid: 1101, uid_signed: 1101 }, 1101);
    pc.tables.users?.push({
      uuid: 'S-1-5-21-9-9-9-1101',
      username: 'eve',
      uid: 1101,
      uid_signed: 1101,
    });
    expect(await answerOf(pc, process)).toEqual(error);
  });

  test('cannot be told when the account is not known', async () => {
    expect(
      await answerOf(pcWith({ uuid: 'S-1-5-18', uid: 18, uid_signed: 18 }, 18), process),
    ).toEqual(error);
  });
});

describe('programs', () => {
  const onMachine = {
    key: `HKEY_LOCAL_MACHINE\\${list}\\M`,
    name: 'DisplayName',
    data: 'Card Reader',
  };

  test('of the machine are found when the person is not signed in', async () => {
    const pc = fakePc(12, [bob], { values: [onMachine] });
    expect(await answerOf(pc, program)).toMatchObject({ outcome: 'answered' });
  });

  test('of two people by the same name are not taken for theirs', async () => {
    expect(await answerOf(pcWhereOnly(1, [ada, 'ada@other.example']), program)).toEqual(absent);
  });
});
