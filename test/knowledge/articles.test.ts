import { describe, expect, it } from 'vitest';
import { isForIt, itStretch, type Path, pathsOf } from '../../src/knowledge/flow-graph.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { realContent } from './real-content.ts';

const { articles } = loadKnowledge({ ...realContent, today: '2026-11-22' });

const kindsOfChecks = [
  'products-installed',
  'product-running',
  'remnants',
  'dotnet-release',
  'port-service',
  'credential-management-running',
  'port-service-listening',
  'booted-since-install',
  'third-party-cookies',
  'local-network-access',
  'auth-server-allowlist',
  'zones',
  'oberthur-enrollment',
];

describe.each(articles.map((article) => [article.id, article] as const))('%s', (_id, article) => {
  const { flow } = article;
  const itPaths = pathsOf(flow, 'it');
  const staffPaths = pathsOf(flow, 'staff');
  const results = (paths: readonly Path[]): Set<string | false | undefined> =>
    new Set(
      paths.map(({ outcome }) => {
        const end = flow.nodes[outcome];
        return end?.kind === 'outcome' && end.result;
      }),
    );

  it('ends every path in an outcome, for both roles, well or with somebody who takes over', () => {
    expect(results(itPaths)).toEqual(new Set(['fixed', 'escalate']));
    expect(results(staffPaths)).toEqual(new Set(['fixed', 'escalate']));
  });

  it('has few enough paths to drive every one of them', () => {
    for (const paths of [itPaths, staffPaths]) {
      expect(paths.length).toBeGreaterThanOrEqual(10);
      expect(paths.length).toBeLessThanOrEqual(70);
    }
  });

  it('shows IT every step', () => {
    const seen = new Set(
      itPaths.flatMap((path) => [...path.steps.map((s) => s.nodeId), path.outcome]),
    );
    expect([...Object.keys(flow.nodes)].filter((id) => !seen.has(id))).toEqual([]);
  });

  it('never asks staff to do an IT step themselves', () => {
    for (const step of staffPaths.flatMap((path) => path.steps)) {
      expect('handOver' in step && step.handOver).toBe(isForIt(flow.nodes[step.nodeId]));
    }
  });

  it('lets staff go on at a question after every hand-over', () => {
    const entries = staffPaths
      .flatMap((path) => path.steps)
      .filter((step) => 'handOver' in step && step.handOver);
    expect(entries.length).toBeGreaterThan(0);
    for (const { nodeId } of entries) {
      const { exit, items } = itStretch(flow, nodeId);
      expect(exit && flow.nodes[exit]?.kind, nodeId).toBe('question');
      expect(items.length).toBeGreaterThan(0);
    }
  });

  it('shows every IT step to IT on some hand-over card', () => {
    const handed = new Set(
      staffPaths
        .flatMap((path) => path.steps)
        .flatMap(({ nodeId }) => itStretch(flow, nodeId).items.map((item) => item.nodeId)),
    );
    const forIt = Object.keys(flow.nodes).filter((id) => isForIt(flow.nodes[id]));
    expect(forIt.filter((id) => !handed.has(id))).toEqual([]);
  });

  it('has a person test after the last step, before it calls anything fixed', () => {
    for (const { steps, outcome } of [...itPaths, ...staffPaths]) {
      const end = flow.nodes[outcome];
      if (end?.kind !== 'outcome' || end.result !== 'fixed') continue;
      const last = flow.nodes[steps.at(-1)?.nodeId ?? ''];
      expect(last?.kind).toBe('question');
    }
  });

  it('uses checks that the fleet agent knows', () => {
    const checks = Object.values(flow.nodes).flatMap((n) => (n.kind === 'check' ? [n.check] : []));
    expect(checks.filter((check) => !kindsOfChecks.includes(check))).toEqual([]);
  });

  it('is known by 15 to 30 phrases, without codes, each once', () => {
    const phrases = article.symptoms.map((phrase) => phrase.toLowerCase());
    expect(phrases.length).toBeGreaterThanOrEqual(15);
    expect(phrases.length).toBeLessThanOrEqual(30);
    expect(new Set(phrases).size).toBe(phrases.length);
    for (const code of article.codes) {
      expect(phrases.filter((phrase) => phrase.includes(code.toLowerCase()))).toEqual([]);
    }
  });

  it('names the NHS page it answers, with its date', () => {
    expect(article.sources[0]).toMatchObject({
      address: expect.stringMatching(/\/troubleshooting-nhs-credential-management$/),
      lastEdited: '2025-06-19',
    });
  });
});

it('the articles use every check once at least', () => {
  const used = articles.flatMap(({ flow }) =>
    Object.values(flow.nodes).flatMap((node) => (node.kind === 'check' ? [node.check] : [])),
  );
  expect(kindsOfChecks.filter((check) => !used.includes(check))).toEqual([]);
});
