import fc from 'fast-check';
import type { Check } from '../../../src/knowledge/checks/check.ts';
import {
  notAsked,
  type Observed,
  type ProbeResult,
  type Question,
} from '../../../src/knowledge/checks/probe.ts';
import { answered, probesOf } from './answers.ts';

/** What nobody would write, but a broken or hostile PC may say. */
const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'a'.repeat(10_000),
    '.'.repeat(10_000),
    ' '.repeat(10_000),
    `${'*'.repeat(5_000)}x`,
    '*a'.repeat(5_000),
    '😀'.repeat(5_000),
    'Z̸̡̢͔͖͈̭͕̲̞̒̐̈́͂͒̍͛͘͝'.repeat(500),
    '\u0000\u0007\u001b[31m\r\n\t',
    '\u202eegnahc\u2066',
    '\ud83d',
    '**bold** _it_ `code` ~~gone~~ # head',
    '[press](https://evil.example)',
    '<script>alert(1)</script><at>all</at>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what an adaptive card would fill in.
    '${$root} {{x}} $when',
    '…',
    '',
    'constructor',
    '__proto__',
  ),
);

const word = (...usual: string[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...usual), weight: 4 }, { arbitrary: hostile, weight: 1 });
const maybe = <Key extends string>(key: Key, text: fc.Arbitrary<string>) =>
  fc.oneof(fc.constant({}), fc.record({ [key]: text }) as fc.Arbitrary<{ [K in Key]: string }>);

const days = ['20261123', '20261122', '2026-11-24', '20260230', '23/11/2026'];
const program = fc
  .tuple(
    word('NHS Credential Management', 'NHS Identity Hub', 'NHS Smartcard Connect', 'Other'),
    maybe('version', word('1.4.2.0', '1.3.1.0')),
    maybe('installDate', word(...days)),
    maybe('installLocation', word('C:\\NHS Digital', 'D:\\NHS', '')),
  )
  .map(([name, ...rest]): Observed['installedProgram']['programs'][number] =>
    Object.assign({ name: `${name.slice(0, 5_000)}` }, ...rest),
  );

const sites = ['localhost', 'http://localhost', '[*.]localhost', '*', 'https://login.example'];
const numbers = ['0', '1', '2', '3', '528040', '461808'];

/** Whatever an agent may observe, the telling values more often than not. */
const observed: { [Kind in keyof Observed]: fc.Arbitrary<Observed[Kind]> } = {
  service: fc
    .tuple(word('running', 'stopped', 'START_PENDING'), maybe('startType', word('auto', 'manual')))
    .map(([status, start]) => ({ status, ...start })),
  process: fc.array(word('Invented.exe'), { maxLength: 3 }).map((names) => ({
    instances: names.map((name) => ({ name })),
  })),
  registryValue: fc.record({
    type: word('REG_DWORD', 'REG_SZ'),
    data: fc.oneof(
      word(...sites, ...numbers),
      fc.constantFrom(0, 1, 2, 3, 4, 461808, 528040),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(word(...sites), { maxLength: 3 }),
    ),
  }),
  registryKey: fc.record({ exists: fc.boolean() }),
  installedProgram: fc.array(program, { maxLength: 3 }).map((programs) => ({ programs })),
  listeningPort: fc
    .array(fc.oneof(fc.constantFrom(43487, 48853), fc.integer({ min: 1, max: 65_535 })), {
      maxLength: 3,
    })
    .map((ports) => ({ listening: ports.map((port) => ({ port })) })),
  path: fc
    .array(word('C:\\Program Files (x86)\\NHS Digital'), { maxLength: 2 })
    .map((paths) => ({ paths })),
  os: fc
    .tuple(
      word('Windows 11'),
      maybe('bootedAt', fc.constantFrom('2026-11-23T06:12:00Z', '2026-11-24T23:30:00+01:00')),
    )
    .map(([name, boot]) => ({ name, ...boot })),
};

/** A well-formed answer to a question, or that the thing is not there. */
function answerTo({ kind }: Question): fc.Arbitrary<ProbeResult> {
  const found = (observed[kind] as fc.Arbitrary<Observed[typeof kind]>).map((value) =>
    answered(kind, value),
  );
  return fc.oneof(fc.constant<ProbeResult>({ outcome: 'absent' }), found);
}

/** Could not be asked, in any way there is. Undefined: no result came at all. */
const unknown: fc.Arbitrary<ProbeResult | undefined> = fc.constantFrom(
  undefined,
  ...notAsked.map((outcome) => ({ outcome })),
);

export type AnyAnswers = Record<string, ProbeResult | undefined>;

const forEach = <T>(check: Check, arbitrary: (question: Question) => fc.Arbitrary<T>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(probesOf(check)).map(([name, question]) => [name, arbitrary(question)]),
    ),
  );

/** All probes of a check answered. */
export const anyAnswers = (check: Check): fc.Arbitrary<AnyAnswers> => forEach(check, answerTo);

/** No probe of a check answered. */
export const noAnswers = (check: Check): fc.Arbitrary<AnyAnswers> => forEach(check, () => unknown);

/** Some probes of a check, by name, that could not be asked. Few, so that the others may tell. */
export const someUnknown = (check: Check): fc.Arbitrary<AnyAnswers> =>
  fc
    .subarray(Object.keys(probesOf(check)))
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, unknown]))));
