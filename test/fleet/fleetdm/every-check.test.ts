import { describe, expect, test } from 'vitest';
import { changePc } from '../../../dev/fleet-simulator/faults.ts';
import {
  healthyPc,
  inventedProcess,
  inventedProductCode,
  type PcState,
} from '../../../dev/fleet-simulator/pc-state.ts';
import { judgeChecks } from '../../../src/fleet/judge-checks.ts';
import { allChecks } from '../../../src/knowledge/checks/all-checks.ts';
import { probesOf } from '../../../src/knowledge/checks/check.ts';
import { fakePc, testNow } from '../../support/fake-fleetdm/fake-pc.ts';
import { ada, bob, driverFor, runOf, withFleet } from '../../support/fake-fleetdm/fleetdm-run.ts';

const settings = {
  processName: inventedProcess,
  productCodes: [inventedProductCode],
  logInOrigins: ['https://am.nhsidentity.spineservices.nhs.uk'],
};
const probes = probesOf(allChecks, settings);

/** The verdict of every check on a PC in this state, after one look. */
async function verdictsOn(change: (pc: PcState) => void, users = [ada]) {
  const state = healthyPc('WARD7-PC12', users);
  change(state);
  const pc = fakePc(12, users, { state });
  return withFleet([pc], async (fleet) => {
    const { status, results } = await driverFor(fleet).look(runOf(probes));
    const findings = judgeChecks(allChecks, results, { settings, at: testNow, redact: String });
    return {
      status,
      queries: fleet.queries.length,
      verdicts: Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict])),
    };
  });
}

const allHealthy = Object.fromEntries(allChecks.map(({ id }) => [id, 'healthy']));

test('finds a healthy PC healthy in every check, with one look and eight live queries', async () => {
  expect(await verdictsOn(() => {})).toEqual({
    status: 'finished',
    queries: 8,
    verdicts: allHealthy,
  });
});

test('finds a PC healthy for one person while another one’s settings are broken', async () => {
  const { verdicts } = await verdictsOn(
    (pc) => {
      pc.registry = pc.registry.filter(({ hive }) => hive !== bob);
      pc.processes = pc.processes.filter(({ user }) => user !== bob);
    },
    [ada, bob],
  );
  expect(verdicts).toEqual(allHealthy);
});

test('asks the person about what is theirs when somebody else is signed in', async () => {
  const { status, verdicts } = await verdictsOn(() => {}, [bob]);
  expect(status).toBe('finished');
  expect(verdicts).toMatchObject({
    'port-service': 'healthy',
    'products-installed': 'healthy',
    'dotnet-release': 'healthy',
    'auth-server-allowlist': 'healthy',
    'credential-management-running': 'cannot-tell',
    'product-running': 'cannot-tell',
    'oberthur-enrollment': 'cannot-tell',
    zones: 'cannot-tell',
  });
});

describe('on a broken PC', () => {
  // Which log in pages are blocked is no fault of the simulator.
  const broken = allChecks.filter(({ id }) => id !== 'local-network-access').map(({ id }) => id);

  test.each(broken)('%s is unhealthy', async (check) => {
    const { status, verdicts } = await verdictsOn((pc) => changePc(pc, 'breakIt', [check]));
    expect(status).toBe('finished');
    expect(verdicts[check]).toBe('unhealthy');
  });

  test('local-network-access is unhealthy when the person’s own policy blocks log in pages', async () => {
    const policies = 'SOFTWARE\\Policies\\Microsoft\\Edge';
    const { verdicts } = await verdictsOn((pc) => {
      pc.registry.push({
        hive: ada,
        key: `${policies}\\LoopbackNetworkBlockedForUrls`,
        name: '1',
        type: 'REG_SZ',
        data: '*',
      });
    });
    expect(verdicts['local-network-access']).toBe('unhealthy');
  });
});
