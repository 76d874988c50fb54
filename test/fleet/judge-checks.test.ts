import { describe, expect, test } from 'vitest';
import { judgeChecks } from '../../src/fleet/judge-checks.ts';
import { allChecks } from '../../src/knowledge/checks/all-checks.ts';
import { bootedSinceInstall } from '../../src/knowledge/checks/booted-since-install.ts';
import type { Check } from '../../src/knowledge/checks/check.ts';
import { portService } from '../../src/knowledge/checks/port-service.ts';
import { portServiceListening } from '../../src/knowledge/checks/port-service-listening.ts';
import type { ProbeResult } from '../../src/knowledge/checks/probe.ts';
import { productsInstalled } from '../../src/knowledge/checks/products-installed.ts';
import { redact } from '../../src/telemetry/redact.ts';

const settings = { processName: 'Invented.exe', productCodes: [], logInOrigins: [] };
const at = new Date('2026-11-23T09:12:00+01:00');

const judge = (checks: readonly Check[], results: Record<string, ProbeResult>) =>
  judgeChecks(checks, results, { settings, at, redact });

const running: ProbeResult = { outcome: 'answered', observed: { status: 'running' } };
const stopped: ProbeResult = { outcome: 'answered', observed: { status: 'stopped' } };

describe('what the results of a run say', () => {
  test('is one finding for each check, in the order of the checks', () => {
    const findings = judge([portServiceListening, portService], {
      'port-service.service': running,
      'port-service-listening.ports': { outcome: 'absent' },
    });
    expect(findings.map(({ check, verdict }) => [check, verdict])).toEqual([
      ['port-service-listening', 'unhealthy'],
      ['port-service', 'healthy'],
    ]);
  });

  test('is kept with its words, whose rule it is, and when it was', () => {
    expect(judge([portService], { 'port-service.service': stopped })).toEqual([
      {
        check: 'port-service',
        title: 'NHS Port Service',
        expected: 'Running',
        verdict: 'unhealthy',
        reason: 'NHS Port Service is stopped',
        found: 'Stopped, start type not told',
        isOurs: false,
        at: '2026-11-23T08:12:00.000Z',
      },
    ]);
    expect(judge([bootedSinceInstall], {})).toMatchObject([{ isOurs: true }]);
  });

  test('is nothing where no result came', () => {
    for (const finding of judge(allChecks, {})) {
      expect(finding, finding.check).toMatchObject({ verdict: 'cannot-tell' });
    }
    expect(judge([portService], {})).toMatchObject([{ notAsked: 'error' }]);
  });

  test('is nothing where one of two results is missing', () => {
    const results: Record<string, ProbeResult> = {
      'products-installed.product': { outcome: 'absent' },
    };
    expect(judge([productsInstalled], results)).toMatchObject([
      { verdict: 'cannot-tell', notAsked: 'error' },
    ]);
  });
});

describe('a check hears only what it asked', () => {
  test.each([
    'port-service-listening.service',
    'port-service-listening.ports',
    'port.service',
    'port-service',
    'port-service.',
    'port-service.service.service',
    'x.port-service.service',
    'service',
    'PORT-SERVICE.service',
  ])('not the result of %s', (id) => {
    expect(judge([portService], { [id]: stopped })).toMatchObject([{ verdict: 'cannot-tell' }]);
  });

  test('two checks with probes of one name do not hear each other', () => {
    const echo = (id: string): Check => ({
      id,
      title: id,
      expected: 'heard',
      basis: 'ours',
      probes: () => ({ process: { kind: 'os' } }),
      judge: (answers) => ({
        verdict: 'healthy',
        reason: id,
        found: Object.entries(answers)
          .map(([name, answer]) => `${name} ${answer?.outcome}`)
          .join(),
      }),
    });
    const findings = judge([echo('one'), echo('one-two')], {
      'one.process': { outcome: 'absent' },
      'one-two.process': { outcome: 'denied' },
    });
    expect(findings.map(({ found }) => found)).toEqual(['process absent', 'process denied']);
  });
});

describe('what must not be kept', () => {
  const foundWith = (...names: string[]) => {
    const observed = { programs: names.map((name) => ({ name })) };
    const [finding] = judge([productsInstalled], {
      'products-installed.product': { outcome: 'answered', observed },
      'products-installed.formerProduct': { outcome: 'answered', observed },
    });
    return finding?.found;
  };

  test('is taken out of what was found', () => {
    expect(foundWith('NHS Identity Hub j.smith@nhs.net', 'NHS Identity Hub 999 000 0018')).toBe(
      'NHS Identity Hub [e-mail removed]; NHS Identity Hub [number removed]',
    );
  });

  test('is not kept in halves where what was found is cut short', () => {
    expect(
      foundWith(
        'NHS Credential Management j.smith@nhs.net',
        'NHS Credential Management 999 000 0018',
      ),
    ).toBe('NHS Credential Management…; NHS Credential Management…');
  });

  test('is taken out of the reason too', () => {
    const telling: Check = {
      ...portService,
      judge: () => ({ verdict: 'healthy', reason: 'of j.smith@nhs.net', found: 'fine' }),
    };
    expect(judge([telling], {})).toMatchObject([{ reason: 'of [e-mail removed]' }]);
  });
});
