import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../../src/knowledge/checks/all-checks.ts';
import type { Verdict } from '../../src/knowledge/checks/check.ts';
import { checksForColdStart, mostLikely } from '../../src/knowledge/most-likely.ts';
import { topicCalled } from '../support/knowledge.ts';

/** The likeliest cause where these checks are unhealthy and all others are fine. */
const likelyWith = (...unhealthy: string[]) =>
  mostLikely((check) => (unhealthy.includes(check) ? 'unhealthy' : 'healthy'));

describe('what is looked at when nobody has said what is wrong', () => {
  test('is every check but the one that depends on the card', () => {
    const known = allChecks.map(({ id }) => id).filter((id) => id !== 'oberthur-enrollment');
    expect(checksForColdStart.toSorted()).toEqual(known.toSorted());
  });
});

describe('the likeliest cause', () => {
  test('is none where nothing is wrong', () => {
    expect(likelyWith()).toBeUndefined();
  });

  test('is none where nothing is known', () => {
    expect(mostLikely(() => undefined)).toBeUndefined();
    expect(mostLikely(() => 'cannot-tell')).toBeUndefined();
  });

  test.each([
    ['port-service', 'auth-failure-400-645', true],
    ['port-service-listening', 'auth-failure-400-645', true],
    ['products-installed', 'multiple-versions', true],
    ['dotnet-release', 'dotnet-48-missing', true],
    ['credential-management-running', 'auth-failure-400-645', true],
    ['product-running', 'multiple-versions', true],
    ['remnants', 'multiple-versions', true],
    ['booted-since-install', 'auth-failure-400-645', false],
    ['auth-server-allowlist', 'ntlm-prompt', false],
    ['zones', 'ntlm-prompt', false],
    ['local-network-access', 'auth-failure-400-645', false],
    ['third-party-cookies', 'ntlm-prompt', false],
  ])('of %s alone is %s (certain: %s)', (check, topic, certain) => {
    expect(likelyWith(check)).toEqual({ check, topic, certain });
  });

  test.each([
    ['a stopped service', ['port-service-listening', 'port-service'], 'port-service'],
    ['two versions', ['remnants', 'product-running', 'products-installed'], 'products-installed'],
    // It is to be opened, not closed.
    [
      'a program that does not run',
      ['product-running', 'credential-management-running'],
      'credential-management-running',
    ],
    ['two copies', ['zones', 'booted-since-install', 'product-running'], 'product-running'],
    ['a setting', ['third-party-cookies', 'auth-server-allowlist'], 'auth-server-allowlist'],
  ])('is %s where there is more', (_what, unhealthy, check) => {
    expect(likelyWith(...unhealthy)?.check).toBe(check);
  });

  const verdict = fc.constantFrom<Verdict | undefined>(
    'healthy',
    'unhealthy',
    'cannot-tell',
    undefined,
  );
  const verdicts = fc.record(
    Object.fromEntries(checksForColdStart.map((check) => [check, verdict])),
  );

  test('is the first that is unhealthy, whatever else is known or not', () => {
    fc.assert(
      fc.property(verdicts, (known) => {
        const first = checksForColdStart.find((check) => known[check] === 'unhealthy');
        expect(mostLikely((check) => known[check])?.check).toBe(first);
      }),
    );
  });

  test('is never a setting while there is a fault by itself', () => {
    fc.assert(
      fc.property(verdicts, (known) => {
        const likely = mostLikely((check) => known[check]);
        const faults = checksForColdStart.filter(
          (check) => known[check] === 'unhealthy' && likelyWith(check)?.certain,
        );
        if (faults.length > 0) expect(likely?.certain).toBe(true);
      }),
    );
  });

  test.each(checksForColdStart)('of %s has a topic that can put it right', (check) => {
    const { causes = [] } = topicCalled(likelyWith(check)?.topic ?? '').checks ?? {};
    expect(causes.map((cause) => cause.check)).toContain(check);
  });
});
