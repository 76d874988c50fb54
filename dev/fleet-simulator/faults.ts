import { packedProductCode } from '../../src/knowledge/checks/packed-product-code.ts';
import { edgePolicies } from '../../src/knowledge/checks/policy-lists.ts';
import { currentVersion, inventedProcess, inventedProductCode, type PcState } from './pc-state.ts';

/** How a PC is broken, and put right again, so that one check finds it. */
interface Fault {
  breakIt: (pc: PcState) => void;
  repair: (pc: PcState) => void;
}

const old = {
  name: 'NHS Identity Hub',
  version: '1.0.3.0',
  installDate: '20230301',
  installLocation: '',
};
const productsKey = `SOFTWARE\\Classes\\Installer\\Products\\${packedProductCode(inventedProductCode)}`;

function setService(pc: PcState, status: string) {
  for (const service of pc.services) service.status = status;
}

function setValue(pc: PcState, name: string, data: string | number | undefined) {
  pc.registry = pc.registry.flatMap((value) => {
    if (value.name.toLowerCase() !== name.toLowerCase()) return [value];
    return data === undefined ? [] : [{ ...value, data }];
  });
}

function addForUsers(pc: PcState, key: string, name: string, data: number) {
  for (const hive of pc.users) {
    if (pc.registry.some((each) => each.hive === hive && each.name === name)) continue;
    pc.registry.push({ hive, key, name, type: 'REG_DWORD', data });
  }
}

const blockedList = `${edgePolicies}\\LoopbackNetworkBlockedForUrls`;
const oberthur = {
  key: 'SOFTWARE\\Oberthur Technologies\\Minidriver\\PIVMinidriver',
  name: 'EnableNHSEnrollment',
};
const zone = {
  key: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains\\localhost',
  name: 'http',
};

/** By the check that finds it. */
export const faults: Readonly<Record<string, Fault>> = {
  'port-service': {
    breakIt: (pc) => {
      setService(pc, 'stopped');
      pc.ports = [];
    },
    repair: (pc) => {
      setService(pc, 'running');
      pc.ports = [43487];
    },
  },
  'port-service-listening': {
    breakIt: (pc) => {
      pc.ports = [];
    },
    repair: (pc) => {
      pc.ports = [43487];
    },
  },
  'credential-management-running': {
    breakIt: (pc) => {
      pc.processes = [];
    },
    repair: (pc) => {
      pc.processes = pc.users.map((user) => ({ name: inventedProcess, user }));
    },
  },
  'product-running': {
    breakIt: (pc) => {
      pc.processes = pc.users.flatMap((user) => [
        { name: inventedProcess, user },
        { name: inventedProcess, user },
      ]);
    },
    repair: (pc) => {
      pc.processes = pc.users.map((user) => ({ name: inventedProcess, user }));
    },
  },
  'products-installed': {
    breakIt: (pc) => {
      pc.programs.push(old);
    },
    repair: (pc) => {
      pc.programs = pc.programs.slice(0, 1);
    },
  },
  remnants: {
    breakIt: (pc) => {
      for (const key of [productsKey, `${productsKey}\\SourceList`]) {
        pc.registry.push({
          hive: 'machine',
          key,
          name: 'ProductName',
          type: 'REG_SZ',
          data: old.name,
        });
      }
      pc.programs = [];
    },
    repair: (pc) => {
      pc.registry = pc.registry.filter(({ key }) => !key.startsWith(productsKey));
      // Once the old one is cleared away the current one can be installed.
      pc.programs = [currentVersion];
    },
  },
  'dotnet-release': {
    breakIt: (pc) => setValue(pc, 'Release', 461814),
    repair: (pc) => setValue(pc, 'Release', 528049),
  },
  'booted-since-install': {
    breakIt: (pc) => {
      pc.bootedAt = '2026-09-01T06:12:00Z';
    },
    repair: (pc) => {
      pc.bootedAt = '2026-11-24T06:12:00Z';
    },
  },
  'auth-server-allowlist': {
    breakIt: (pc) => setValue(pc, 'AuthServerAllowList', '*.trust.example'),
    repair: (pc) => setValue(pc, 'AuthServerAllowList', '*.trust.example,http://localhost'),
  },
  zones: {
    breakIt: (pc) => setValue(pc, zone.name, undefined),
    repair: (pc) => addForUsers(pc, zone.key, zone.name, 1),
  },
  'third-party-cookies': {
    breakIt: (pc) => setValue(pc, 'BlockThirdPartyCookies', 1),
    repair: (pc) => setValue(pc, 'BlockThirdPartyCookies', 0),
  },
  'local-network-access': {
    breakIt: (pc) => {
      pc.registry.push({
        hive: 'machine',
        key: blockedList,
        name: '1',
        type: 'REG_SZ',
        data: 'https://[*.]nhs.uk',
      });
    },
    repair: (pc) => {
      pc.registry = pc.registry.filter(({ key }) => key !== blockedList);
    },
  },
  'oberthur-enrollment': {
    breakIt: (pc) => setValue(pc, oberthur.name, undefined),
    repair: (pc) => addForUsers(pc, oberthur.key, oberthur.name, 0),
  },
};

/** Changes a PC in place. Checks that no fault belongs to are passed over. */
export function changePc(pc: PcState, how: keyof Fault, checks: readonly string[]): void {
  for (const check of checks) if (Object.hasOwn(faults, check)) faults[check]?.[how](pc);
}
