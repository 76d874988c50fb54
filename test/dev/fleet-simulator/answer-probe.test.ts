import { describe, expect, test } from 'vitest';
import { answerProbe } from '../../../dev/fleet-simulator/answer-probe.ts';
import { healthyPc, inventedProcess } from '../../../dev/fleet-simulator/pc-state.ts';
import { Observed, type Probe, type Question } from '../../../src/knowledge/checks/probe.ts';
import { holdToContract } from '../../support/contract.ts';

const contract = holdToContract();
const ada = 'ada@trust.example';
const tom = 'tom@trust.example';
const edge = 'SOFTWARE\\Policies\\Microsoft\\Edge';

const shared = () => healthyPc('SHARED-PC2', [ada, tom]);
const asked = (question: Question, { pc = shared(), upn = ada } = {}) =>
  answerProbe(pc, { id: 'a', ...question } as Probe, upn);

const there: Question[] = [
  { kind: 'service', displayName: 'nhs port service' },
  { kind: 'process', name: inventedProcess, scope: 'any' },
  { kind: 'registryValue', hive: 'machine', key: edge, name: 'AUTHSERVERALLOWLIST', view: 'both' },
  { kind: 'registryKey', hive: 'machine', key: edge.toUpperCase(), view: '64' },
  { kind: 'installedProgram', nameContains: 'credential' },
  { kind: 'listeningPort', ports: [80, 43487] },
  { kind: 'path', glob: 'c:\\program files*\\NHS*' },
  { kind: 'os' },
];
const gone: Question[] = [
  { kind: 'service', displayName: 'NHS Port' },
  { kind: 'process', name: 'Credential', scope: 'any' },
  { kind: 'registryValue', hive: 'machine', key: edge, name: 'Other', view: 'both' },
  { kind: 'registryValue', hive: 'machine', key: edge, name: 'AuthServerAllowlist', view: '32' },
  { kind: 'registryKey', hive: 'machine', key: `${edge}Update`, view: 'both' },
  { kind: 'registryKey', hive: 'machine', key: edge, view: '32' },
  { kind: 'installedProgram', nameContains: 'Identity Hub' },
  { kind: 'listeningPort', ports: [80] },
  { kind: 'path', glob: 'D:\\*' },
];

describe('a simulated PC', () => {
  test.each(there)('answers $kind with what the contract and the client read', (question) => {
    const answer = asked(question);
    expect(answer.outcome).toBe('answered');
    const { kind } = question;
    const observed = answer.outcome === 'answered' ? answer.observed : undefined;
    const schema = `${kind[0]?.toUpperCase()}${kind.slice(1)}Observed`;
    expect(contract.schemaProblems(schema, observed)).toEqual([]);
    expect(Observed[kind].safeParse(observed).success).toBe(true);
  });

  test.each(gone)('says that what is not there is absent: %j', (question) => {
    expect(asked(question)).toEqual({ outcome: 'absent' });
  });

  test.each(there)('that cannot be asked for $kind says why, and nothing else', (question) => {
    const pc = shared();
    pc.unanswered[question.kind] = 'denied';
    expect(asked(question, { pc })).toEqual({ outcome: 'denied' });
  });
});

describe('with two people signed in', () => {
  const value = { kind: 'registryValue', hive: 'user', key: 'K', name: 'V', view: '64' } as const;
  const key = { kind: 'registryKey', hive: 'user', key: 'K', view: 'both' } as const;
  const pc = shared();
  pc.registry.push({ hive: tom, key: 'K', name: 'V', type: 'REG_DWORD', data: 7 });
  pc.processes = [{ name: inventedProcess, user: tom }];

  test('the hive is that of the person who asks', () => {
    expect(asked(value, { pc, upn: tom.toUpperCase() })).toMatchObject({ outcome: 'answered' });
    expect(asked(key, { pc, upn: tom })).toMatchObject({ outcome: 'answered' });
    expect(asked(value, { pc, upn: ada })).toEqual({ outcome: 'absent' });
    expect(asked(key, { pc, upn: ada })).toEqual({ outcome: 'absent' });
  });

  test('processes are theirs only, or of everybody when that is asked', () => {
    const question = { kind: 'process', name: '*Management.exe', scope: 'user' } as const;
    expect(asked(question, { pc, upn: tom })).toMatchObject({ outcome: 'answered' });
    expect(asked(question, { pc, upn: ada })).toEqual({ outcome: 'absent' });
    expect(asked({ ...question, scope: 'any' }, { pc, upn: ada })).toMatchObject({
      outcome: 'answered',
    });
  });

  test.each(['grace@trust.example', 'machine'])(
    'the hive of %s, who is not signed in, could not be asked',
    (upn) => {
      expect(asked(value, { pc, upn })).toMatchObject({ outcome: 'error' });
      expect(asked(key, { pc, upn })).toMatchObject({ outcome: 'error' });
    },
  );
});
