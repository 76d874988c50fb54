import { describe, expect, test } from 'vitest';
import type { Program } from '../../../src/knowledge/checks/installed-products.ts';
import { notAsked, type ProbeResult } from '../../../src/knowledge/checks/probe.ts';
import { remnants } from '../../../src/knowledge/checks/remnants.ts';
import { absent, answered, judgeOf, probesOf, settings } from './answers.ts';

const program = (name: string, installLocation?: string): Program => ({
  name,
  version: '1.4.2.0',
  ...(installLocation === undefined ? {} : { installLocation }),
});
const programs = (...list: Program[]) => answered('installedProgram', { programs: list });
const there = answered('registryKey', { exists: true });
const gone = answered('registryKey', { exists: false });
const path = (...paths: string[]) => answered('path', { paths });

const folder = 'C:\\Program Files (x86)\\NHS Digital';
const installed = {
  product: programs(program('NHS Credential Management', `${folder}\\NHS Credential Management`)),
  folder: path(folder),
};
const hub = programs(program('NHS Identity Hub'));
const entries = { uninstall0: there, products0: there };

describe('what an old version left behind', () => {
  test.each<[string, Record<string, ProbeResult>]>([
    ['nothing is there at all', {}],
    ['empty answers say that', { folder: path(), uninstall0: gone, products1: gone }],
    ['one version is installed, with its folder', installed],
    ['its product code is one of those known', { ...installed, ...entries }],
    [
      'its folder is elsewhere',
      { product: programs(program('NHS Credential Management', 'D:\\')) },
    ],
    [
      'its folder is that of 64-bit programs',
      {
        product: programs(program('NHS Credential Management')),
        folder64: path('C:\\Program Files\\NHS Digital'),
      },
    ],
    [
      'another NHS program is installed',
      { identityAgent: programs(program('NHS Identity Agent')) },
    ],
  ])('is nothing when %s', (_when, given) => {
    expect(judgeOf(remnants, given)).toEqual({
      verdict: 'healthy',
      reason: 'Nothing is left over from old versions',
      found: 'None',
    });
  });

  const half = 'Half of the registry entries of a version';
  const notInstalled = 'Entries of a version that is not installed';
  const itsFolder = 'A folder of a version that is not installed';
  const noFolder = 'An entry on the list of programs, without its folder';
  test.each<[string, Record<string, ProbeResult>, string]>([
    ['the Uninstall key of a version', { uninstall0: there }, half],
    ['the Products key of a version', { products0: there }, half],
    ['the Products key of the second version', { products1: there }, half],
    [
      'such a key beside an installed version',
      { ...installed, ...entries, products1: there },
      half,
    ],
    ['one key each of two versions', { uninstall0: there, products1: there }, half],
    ['both keys, with nothing installed', entries, notInstalled],
    [
      'both keys of two versions, with one installed',
      { ...installed, ...entries, uninstall1: there, products1: there },
      notInstalled,
    ],
    ['a folder, with nothing installed', { folder: path(folder) }, itsFolder],
    [
      'a folder of 64-bit programs',
      { folder64: path('C:\\Program Files\\NHS Digital') },
      itsFolder,
    ],
    [
      'a folder beside a program with a name of its own',
      { folder: path(folder), identityAgent: programs(program('Another agent')) },
      itsFolder,
    ],
    [
      'an entry without a folder',
      { product: programs(program('NHS Credential Management')) },
      noFolder,
    ],
    [
      'one with an empty folder',
      { product: programs(program('NHS Credential Management', ' ')) },
      noFolder,
    ],
    ['one under the former name', { formerProduct: hub }, noFolder],
  ])('is %s', (_what, given, found) => {
    expect(judgeOf(remnants, given)).toEqual({
      verdict: 'unhealthy',
      reason: 'An old version left something behind',
      found,
    });
  });

  test.each<[string, Record<string, ProbeResult>, string]>([
    [
      'NHS Identity Agent may own the folder',
      { folder: path(folder), identityAgent: programs(program('NHS Identity Agent')) },
      'A folder that may belong to another NHS program',
    ],
    [
      'Smartcard Connect may own the folder',
      { folder: path(folder), smartcardConnect: programs(program('NHS Smartcard Connect')) },
      'A folder that may belong to another NHS program',
    ],
    [
      'two versions are installed, which comes first',
      { ...installed, formerProduct: hub, products0: there },
      'More than one version is still installed',
    ],
  ])('is not known when %s', (_when, given, found) => {
    expect(judgeOf(remnants, given)).toEqual({
      verdict: 'cannot-tell',
      reason: 'I could not find out whether an old version left something behind',
      found,
    });
  });

  test('is never nothing for sure while no product code is known', () => {
    const noCodes = { ...settings, productCodes: [] };
    expect(judgeOf(remnants, installed, noCodes)).toMatchObject({
      verdict: 'cannot-tell',
      found: 'Nothing found, but not every place could be looked at',
    });
    expect(judgeOf(remnants, { folder: path(folder) }, noCodes)).toMatchObject({
      verdict: 'unhealthy',
    });
  });

  const probes = Object.keys(probesOf(remnants));
  test.each(probes)('is not known when %s could not be asked, also with a leftover', (probe) => {
    for (const outcome of notAsked) {
      const given = { uninstall0: there, folder: path(folder), [probe]: { outcome } };
      expect(judgeOf(remnants, given)).toMatchObject({ verdict: 'cannot-tell', notAsked: outcome });
    }
  });

  test('is looked for in every place', () => {
    const [code = ''] = settings.productCodes;
    expect(probesOf(remnants, { ...settings, productCodes: [code] })).toEqual({
      product: { kind: 'installedProgram', nameContains: 'NHS Credential Management' },
      formerProduct: { kind: 'installedProgram', nameContains: 'NHS Identity Hub' },
      identityAgent: { kind: 'installedProgram', nameContains: 'NHS Identity Agent' },
      smartcardConnect: { kind: 'installedProgram', nameContains: 'Smartcard Connect' },
      folder: { kind: 'path', glob: 'C:\\Program Files (x86)\\*NHS Digital*' },
      folder64: { kind: 'path', glob: 'C:\\Program Files\\*NHS Digital*' },
      uninstall0: {
        kind: 'registryKey',
        hive: 'machine',
        key: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0}',
        view: 'both',
      },
      products0: {
        kind: 'registryKey',
        hive: 'machine',
        key: 'SOFTWARE\\Classes\\Installer\\Products\\C3D2E1F0A5B4879678695A4B3C2D1E0F',
        view: 'both',
      },
    });
  });

  test('an answer that never came is no leftover', () => {
    expect(remnants.judge({ product: absent, uninstall0: there }, settings)).toMatchObject({
      verdict: 'cannot-tell',
      notAsked: 'error',
    });
  });

  test('is our own conclusion', () => {
    expect(remnants.basis).toBe('ours');
  });
});
