import { describe, expect, test } from 'vitest';
import { portServiceListening } from '../../../src/knowledge/checks/port-service-listening.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { absent, answered, judgeOf, probesOf } from './answers.ts';

const judge = (...ports: number[]) =>
  judgeOf(portServiceListening, {
    ports: answered('listeningPort', { listening: ports.map((port) => ({ port })) }),
  });

describe('the ports of NHS Port Service', () => {
  test.each([
    [[43487], 'Open: 43487'],
    [[44213], 'Open: 44213'],
    [[45031], 'Open: 45031'],
    [[46478], 'Open: 46478'],
    [[48853], 'Open: 48853'],
    [[48853, 43487], 'Open: 43487, 48853'],
    // Once for each address it listens on.
    [[43487, 43487], 'Open: 43487'],
    [[8080, 45031, 443], 'Open: 45031'],
  ])('with %j open it can be reached', (ports, found) => {
    expect(judge(...ports)).toEqual({
      verdict: 'healthy',
      reason: 'NHS Port Service can be reached',
      found,
    });
  });

  test.each([
    ['none', []],
    ['the port of NHS Credential Management', [43485]],
    ['near ones', [43486, 43488, 44212, 48854]],
    ['a port every PC has open', [445]],
  ])('with %s open it cannot', (_what, ports) => {
    expect(judge(...ports)).toEqual({
      verdict: 'unhealthy',
      reason: 'NHS Port Service cannot be reached',
      found: 'None of them open',
    });
  });

  test('when nothing listens it cannot', () => {
    expect(judgeOf(portServiceListening, { ports: absent })).toMatchObject({
      verdict: 'unhealthy',
      found: 'None of them open',
    });
  });

  test.each(notAsked)('when it could not be asked (%s), nothing is known', (outcome) => {
    expect(judgeOf(portServiceListening, { ports: { outcome } })).toMatchObject({
      verdict: 'cannot-tell',
      notAsked: outcome,
    });
  });

  test('the five ports browsers try are asked for, and no others', () => {
    expect(probesOf(portServiceListening)).toEqual({
      ports: { kind: 'listeningPort', ports: [43487, 44213, 45031, 46478, 48853] },
    });
  });
});
