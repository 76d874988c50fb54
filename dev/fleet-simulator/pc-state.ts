import type { ServiceObserved } from '../../src/fleet/agent/agent-api.ts';
import type { NotAsked, Question } from '../../src/knowledge/checks/probe.ts';

/** A value in the registry of a simulated PC. */
export interface RegistryValue {
  /** `machine`, or the person whose hive it is. */
  hive: string;
  key: string;
  name: string;
  type: string;
  data: string | number;
  /** Where it stands; 64-bit programs see it when absent. */
  view?: '64' | '32';
}

/** Everything there is to know of a simulated PC. Plain data, changed by the faults. */
export interface PcState {
  id: string;
  name: string;
  primaryUser?: string;
  /** People whose PC it is. All of them are signed in. */
  users: string[];
  online: boolean;
  /** How long it takes over each probe, in milliseconds. */
  msPerProbe: number;
  /** Kinds of probes it cannot be asked, and how that shows. */
  unanswered: Partial<Record<Question['kind'], NotAsked>>;
  /** What is fixed on it breaks again. */
  isStubborn: boolean;
  services: ({ displayName: string } & Pick<ServiceObserved, 'status' | 'startType'>)[];
  processes: { name: string; user: string }[];
  registry: RegistryValue[];
  programs: { name: string; version: string; installDate: string; installLocation: string }[];
  ports: number[];
  paths: string[];
  bootedAt: string;
}

/**
 * The name of the process and the code of an old version are not published: these are inventions, for
 * simulated PCs only. `npm start` tells them to the bot as an organisation would.
 */
export const inventedProcess = 'CredentialManagement.exe';
export const inventedProductCode = '{0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0}';

const edge = 'SOFTWARE\\Policies\\Microsoft\\Edge';
const internet = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

/** The version that every PC ought to have. */
export const currentVersion: PcState['programs'][number] = {
  name: 'NHS Credential Management',
  version: '1.4.2.0',
  installDate: '20261012',
  installLocation: 'C:\\Program Files (x86)\\NHS Digital\\NHS Credential Management',
};

/** A PC on which smartcard log in works. */
export function healthyPc(name: string, users: string[], parts: Partial<PcState> = {}): PcState {
  const [first = ''] = users;
  return {
    id: `sim-${name.toLowerCase()}`,
    name,
    primaryUser: first,
    users,
    online: true,
    msPerProbe: 0,
    unanswered: {},
    isStubborn: false,
    services: [{ displayName: 'NHS Port Service', status: 'running', startType: 'auto' }],
    processes: users.map((user) => ({ name: inventedProcess, user })),
    registry: [
      {
        hive: 'machine',
        key: 'SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full',
        name: 'Release',
        type: 'REG_DWORD',
        data: 533320,
      },
      {
        hive: 'machine',
        key: edge,
        name: 'AuthServerAllowList',
        type: 'REG_SZ',
        data: 'http://localhost',
      },
      { hive: 'machine', key: edge, name: 'BlockThirdPartyCookies', type: 'REG_DWORD', data: 0 },
      {
        hive: 'machine',
        key: `${edge}\\LoopbackNetworkAllowedForUrls`,
        name: '1',
        type: 'REG_SZ',
        data: 'https://[*.]nhs.uk',
      },
      ...users.flatMap((user): RegistryValue[] => [
        {
          hive: user,
          key: `${internet}\\ZoneMap\\Domains\\localhost`,
          name: 'http',
          type: 'REG_DWORD',
          data: 1,
        },
        {
          hive: user,
          key: 'SOFTWARE\\Oberthur Technologies\\Minidriver\\PIVMinidriver',
          name: 'EnableNHSEnrollment',
          type: 'REG_DWORD',
          data: 0,
        },
      ]),
    ],
    programs: [currentVersion],
    ports: [43487],
    paths: ['C:\\Program Files (x86)\\NHS Digital'],
    bootedAt: '2026-11-23T06:12:00Z',
    ...parts,
  };
}
