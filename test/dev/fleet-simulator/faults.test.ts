import { describe, expect, test } from 'vitest';
import { answerProbe } from '../../../dev/fleet-simulator/answer-probe.ts';
import { changePc, faults } from '../../../dev/fleet-simulator/faults.ts';
import {
  healthyPc,
  inventedProcess,
  inventedProductCode,
  type PcState,
} from '../../../dev/fleet-simulator/pc-state.ts';
import { simulatedPcs } from '../../../dev/fleet-simulator/pcs.ts';
import { judgeChecks } from '../../../src/fleet/judge-checks.ts';
import { allChecks } from '../../../src/knowledge/checks/all-checks.ts';
import { probesOf } from '../../../src/knowledge/checks/check.ts';

const upn = 'ada.nurse@trust.example';
const settings = {
  processName: inventedProcess,
  productCodes: [inventedProductCode],
  logInOrigins: ['https://am.nhsidentity.spineservices.nhs.uk'],
};
const ids = allChecks.map(({ id }) => id);

/** What the checks say of a PC, by verdict. */
function verdictsOn(pc: PcState, person = upn): Record<string, string[]> {
  const results = Object.fromEntries(
    probesOf(allChecks, settings).map((probe) => [probe.id, answerProbe(pc, probe, person)]),
  );
  const at = new Date('2026-11-24T09:00:00Z');
  const findings = judgeChecks(allChecks, results, { settings, at, redact: (text) => text });
  const of = (verdict: string) =>
    findings.filter((each) => each.verdict === verdict).map(({ check }) => check);
  return { unhealthy: of('unhealthy'), 'cannot-tell': of('cannot-tell') };
}

const well = { unhealthy: [], 'cannot-tell': [] };

test('every check is healthy on a healthy PC', () => {
  expect(verdictsOn(healthyPc('WARD7-PC12', [upn]))).toEqual(well);
});

test('every check has a fault that it finds, and every fault a check', () => {
  expect(Object.keys(faults).sort()).toEqual([...ids].sort());
});

/** What comes with a fault, since it is the same thing seen from elsewhere. */
const alongside: Record<string, Record<string, string[]>> = {
  // A service that has stopped listens nowhere.
  'port-service': { unhealthy: ['port-service-listening'] },
  // No copy at all is not one copy either.
  'credential-management-running': { unhealthy: ['product-running'] },
  // With two versions there, nothing can be called left over.
  'products-installed': { 'cannot-tell': ['remnants'] },
  // Leftovers are told by the product being gone, which then has no day of install.
  remnants: { 'cannot-tell': ['booted-since-install'] },
};

describe('the fault of', () => {
  test.each(ids)('%s is found by that check, by no other, and not once it is repaired', (id) => {
    const pc = healthyPc('WARD7-PC12', [upn]);
    changePc(pc, 'breakIt', [id]);
    const { unhealthy = [], 'cannot-tell': unclear = [] } = alongside[id] ?? {};
    const expected = new Set([id, ...unhealthy]);
    expect(verdictsOn(pc)).toEqual({
      unhealthy: ids.filter((each) => expected.has(each)),
      'cannot-tell': unclear,
    });
    changePc(pc, 'repair', [id]);
    expect(verdictsOn(pc)).toEqual(well);
  });

  test.each(ids)('%s can be put there and repaired twice', (id) => {
    const pc = healthyPc('WARD7-PC12', [upn]);
    changePc(pc, 'breakIt', [id, id]);
    expect(verdictsOn(pc).unhealthy).toContain(id);
    changePc(pc, 'repair', [id, id]);
    expect(verdictsOn(pc)).toEqual(well);
  });

  test.each(ids)('%s touches no other PC', (id) => {
    const broken = healthyPc('WARD7-PC12', [upn]);
    changePc(broken, 'breakIt', [id]);
    changePc(broken, 'repair', [id]);
    changePc(broken, 'breakIt', [id]);
    expect(verdictsOn(healthyPc('WARD7-PC14', [upn]))).toEqual(well);
  });

  test('any check that has none is passed over', () => {
    const pc = healthyPc('WARD7-PC12', [upn]);
    changePc(pc, 'breakIt', ['constructor', '__proto__', 'no-such-check']);
    expect(pc).toEqual(healthyPc('WARD7-PC12', [upn]));
  });
});

describe('the simulated PCs', () => {
  const pcs = simulatedPcs();

  test('have an id and a name each', () => {
    expect(new Set(pcs.map(({ id }) => id)).size).toBe(pcs.length);
    expect(new Set(pcs.map(({ name }) => name)).size).toBe(pcs.length);
  });

  test('are made anew each time', () => {
    changePc(pcs[1] as PcState, 'breakIt', ids);
    expect(verdictsOn(simulatedPcs()[1] as PcState, pcs[1]?.primaryUser)).toEqual(well);
  });

  test.each([
    ['WARD7-PC12', ['port-service', 'port-service-listening'], []],
    ['WARD7-PC14', [], []],
    ['NIGHT-PC1', [], []],
    ['SLOW-PC4', [], []],
    ['GP-FRONT-02', ['products-installed'], ['remnants']],
    ['GP-FRONT-03', ['remnants'], ['booted-since-install']],
    ['PHARM-PC3', ['dotnet-release'], []],
    ['CLINIC-LT5', ['auth-server-allowlist', 'zones'], []],
    ['CLINIC-LT6', ['local-network-access'], []],
    ['ED-TROLLEY-1', ['oberthur-enrollment'], []],
    ['RECEPTION-9', ['product-running', 'booted-since-install', 'third-party-cookies'], []],
    [
      'FLAKY-PC8',
      [],
      [
        'port-service',
        'port-service-listening',
        'credential-management-running',
        'product-running',
        'remnants',
        'booted-since-install',
      ],
    ],
    ['SHARED-PC2', ['credential-management-running', 'product-running'], []],
    ['OLD-PC77', ['port-service', 'port-service-listening'], []],
  ])('%s: wrong are %j, unclear are %j', (name, unhealthy, unclear) => {
    const pc = simulatedPcs().find((each) => each.name === name);
    expect(pc && verdictsOn(pc, pc.primaryUser)).toEqual({ unhealthy, 'cannot-tell': unclear });
  });

  test('are all told of here', () => {
    expect(pcs).toHaveLength(14);
  });
});
