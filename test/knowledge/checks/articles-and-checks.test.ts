import { describe, expect, test } from 'vitest';
import { allChecks } from '../../../src/knowledge/checks/all-checks.ts';
import { nodesInOrder } from '../../../src/knowledge/flow-graph.ts';
import { knowledge } from '../../support/knowledge.ts';

const known = new Set(allChecks.map(({ id }) => id));

describe.each(knowledge.articles.map((article) => [article.id, article] as const))(
  '%s',
  (_id, { flow, checks }) => {
    const causes = checks?.causes ?? [];
    const changedFrom = (start: string) =>
      nodesInOrder(flow, start).flatMap((id) => {
        const node = flow.nodes[id];
        return node?.kind === 'instruction' ? node.changes : [];
      });

    test('names only checks that exist', () => {
      const named = Object.values(flow.nodes).flatMap((node) =>
        node.kind === 'check' ? [node.check] : node.kind === 'instruction' ? node.changes : [],
      );
      named.push(...causes.map(({ check }) => check));
      expect(named.filter((check) => !known.has(check))).toEqual([]);
    });

    test('offers the look at the PC at a step it has', () => {
      expect(Object.keys(flow.nodes)).toContain(checks?.offerAt);
    });

    test('leads every cause to a step it has', () => {
      expect(causes.length).toBeGreaterThan(0);
      expect(causes.filter(({ fix }) => !Object.hasOwn(flow.nodes, fix))).toEqual([]);
    });

    test('names every cause once', () => {
      expect(new Set(causes.map(({ check }) => check)).size).toBe(causes.length);
    });

    test('has a step after every cause that may put it right, so that it is looked at again', () => {
      expect(causes.filter(({ check, fix }) => !changedFrom(fix).includes(check))).toEqual([]);
    });

    test('asks the PC all that its questions need to know', () => {
      const asked = Object.values(flow.nodes).flatMap((node) =>
        node.kind === 'check' ? [node.check] : [],
      );
      const looked = causes.map(({ check }) => check);
      expect(asked.filter((check) => !looked.includes(check))).toEqual([]);
    });
  },
);
