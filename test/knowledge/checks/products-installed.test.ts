import { describe, expect, test } from 'vitest';
import type { Program } from '../../../src/knowledge/checks/installed-products.ts';
import { notAsked } from '../../../src/knowledge/checks/probe.ts';
import { productsInstalled } from '../../../src/knowledge/checks/products-installed.ts';
import { absent, answered, judgeOf, probesOf } from './answers.ts';

const folder = 'C:\\Program Files (x86)\\NHS Digital\\NHS Credential Management';
const current: Program = {
  name: 'NHS Credential Management',
  version: '1.4.2.0',
  installLocation: folder,
};
const hub: Program = { name: 'NHS Identity Hub', version: '1.0.3.0' };

const programs = (...list: Program[]) => answered('installedProgram', { programs: list });
const judge = (product: Program[], formerProduct: Program[] = []) =>
  judgeOf(productsInstalled, {
    product: programs(...product),
    formerProduct: programs(...formerProduct),
  });

const one = {
  verdict: 'healthy',
  reason: 'One version of NHS Credential Management is installed',
  found: 'NHS Credential Management 1.4.2.0',
};

describe('installed versions of NHS Credential Management', () => {
  test('none is no fault of this kind', () => {
    const none = {
      verdict: 'healthy',
      reason: 'NHS Credential Management is not on the list of programs',
      found: 'None',
    };
    expect(judgeOf(productsInstalled, {})).toEqual(none);
    expect(judge([])).toEqual(none);
  });

  test('one is fine', () => {
    expect(judge([current])).toEqual(one);
    expect(judge([], [hub])).toMatchObject({
      verdict: 'healthy',
      found: 'NHS Identity Hub 1.0.3.0',
    });
  });

  test.each<[string, Program[]]>([
    ['the same entry', [current, current]],
    ['another case', [current, { ...current, installLocation: folder.toUpperCase() }]],
    ['a slash at the end', [current, { ...current, installLocation: `${folder}\\` }]],
    ['quotes', [current, { ...current, installLocation: `"${folder}"` }]],
    ['blanks', [current, { ...current, name: ' NHS  Credential Management ' }]],
    // An installer’s bundle and what it installs: only one of them tells the folder.
    ['no folder', [current, { name: current.name, version: '1.4.2.0' }]],
    ['an empty folder', [{ ...current, installLocation: '' }, current]],
    ['the version in its name', [current, { ...current, name: `${current.name} 1.4.2.0` }]],
  ])('one that is listed twice, with %s, is one', (_how, list) => {
    expect(judge(list)).toMatchObject({ verdict: 'healthy', reason: one.reason });
  });

  test.each<[string, Program[], Program[]]>([
    ['versions', [current, { ...current, version: '1.3.1.0' }], []],
    [
      'versions that differ in their last number',
      [current, { ...current, version: '1.4.2.1' }],
      [],
    ],
    ['folders', [current, { ...current, installLocation: 'D:\\NHS' }], []],
    ['names, of which one is the former', [current], [hub]],
    ['entries, of which one has no version', [current, { name: current.name }], []],
  ])('two %s are two', (_what, product, formerProduct) => {
    expect(judge(product, formerProduct)).toMatchObject({
      verdict: 'unhealthy',
      reason: '2 versions of NHS Credential Management are installed',
    });
  });

  test('all of a few are named', () => {
    expect(judge([current, { ...current, version: '1.3.1.0' }], [hub])).toEqual({
      verdict: 'unhealthy',
      reason: '3 versions of NHS Credential Management are installed',
      found:
        'NHS Credential Management 1.4.2.0; NHS Credential Management 1.3.1.0; NHS Identity Hub 1.0.3.0',
    });
  });

  test('some of many are named, and the others counted', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...hub, version: `${at}.0` }));
    expect(judge([], many)).toEqual({
      verdict: 'unhealthy',
      reason: '12 versions of NHS Credential Management are installed',
      found: 'NHS Identity Hub 0.0; NHS Identity Hub 1.0; NHS Identity Hub 2.0; 9 more',
    });
  });

  test.each([
    'NHS Smartcard Connect',
    'NHS Identity Agent',
    'NHS Credential Manager',
    'Credential Management',
    'Windows Credential Management',
    'NHS Identity',
  ])('%s beside it is another program, also when the agent lists it', (name) => {
    expect(judge([current, { name, version: '9.0' }])).toEqual(one);
  });

  test.each(['nhs credential management', 'NHS CREDENTIAL MANAGEMENT (x86)'])(
    '%s is it, in whatever case',
    (name) => {
      expect(
        judge([
          { ...current, version: '1.3.1.0' },
          { ...current, name },
        ]),
      ).toMatchObject({
        verdict: 'unhealthy',
      });
    },
  );

  test.each(notAsked)('one name that could not be asked (%s) may hide a version', (outcome) => {
    const unknown = { verdict: 'cannot-tell', notAsked: outcome };
    const known = programs(current);
    expect(
      judgeOf(productsInstalled, { product: known, formerProduct: { outcome } }),
    ).toMatchObject(unknown);
    expect(
      judgeOf(productsInstalled, { product: { outcome }, formerProduct: absent }),
    ).toMatchObject(unknown);
  });

  test('two are two, whatever could not be asked', () => {
    const product = programs(current, { ...current, version: '1.3.1.0' });
    expect(
      judgeOf(productsInstalled, { product, formerProduct: { outcome: 'timeout' } }),
    ).toMatchObject({ verdict: 'unhealthy' });
  });

  test('what a program calls itself cannot flood the card', () => {
    const name = `NHS Credential Management\u0000\n**[now](https://evil.example)** ${'x'.repeat(9_000)}`;
    const { found } = judge([{ name }, { ...current, version: '2' }]);
    expect(found).toBe('NHS Credential Management now…; NHS Credential Management 2');
  });

  test('both names are asked for', () => {
    expect(probesOf(productsInstalled)).toEqual({
      product: { kind: 'installedProgram', nameContains: 'NHS Credential Management' },
      formerProduct: { kind: 'installedProgram', nameContains: 'NHS Identity Hub' },
    });
  });
});
