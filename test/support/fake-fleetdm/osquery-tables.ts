import type { PcState } from '../../../dev/fleet-simulator/pc-state.ts';
import type { OsqueryTables } from './osquery-schema.ts';
import { type FakeValue, registryRows } from './registry-rows.ts';

const domain = 'S-1-5-21-1004336348-1177238915-682003330';
const firstRid = 1101;
const startTypes: Readonly<Record<string, string>> = {
  auto: 'AUTO_START',
  manual: 'DEMAND_START',
  disabled: 'DISABLED',
};
const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** The security identifier of the nth person of a PC. */
export const sidOf = (nth: number) => `${domain}-${firstRid + nth}`;

/** Windows keeps keys in the case they were made in, which is seldom the one they are asked in. */
const mixed = (key: string) => key.replace(/^SOFTWARE\b/, 'Software');

function valuesOf({ users, registry, programs }: PcState): FakeValue[] {
  const values = registry.map(({ hive, key, view, ...value }): FakeValue => {
    const root =
      hive === 'machine' ? 'HKEY_LOCAL_MACHINE' : `HKEY_USERS\\${sidOf(users.indexOf(hive))}`;
    const place = view === '32' ? key.replace(/^SOFTWARE\b/i, 'SOFTWARE\\WOW6432Node') : key;
    return { ...value, key: `${root}\\${mixed(place)}` };
  });
  const installed = programs.flatMap((program, index): FakeValue[] => {
    const key = `HKEY_LOCAL_MACHINE\\Software\\WOW6432Node\\${uninstall}\\{PROGRAM-${index}}`;
    return [
      { key, name: 'DisplayName', data: program.name },
      { key, name: 'DisplayVersion', data: program.version },
      { key, name: 'InstallDate', data: program.installDate },
      { key, name: 'InstallLocation', data: program.installLocation },
    ];
  });
  // Windows has programs of its own, among them some without a name.
  const others: FakeValue[] = [
    {
      key: `HKEY_LOCAL_MACHINE\\Software\\${uninstall}\\Edge`,
      name: 'DisplayName',
      data: 'Microsoft Edge',
    },
    {
      key: `HKEY_LOCAL_MACHINE\\Software\\${uninstall}\\Update`,
      name: 'SystemComponent',
      data: '1',
    },
  ];
  return [...values, ...installed, ...others];
}

const localPart = (upn: string) => upn.split('@')[0] ?? upn;

/** What osquery finds on a simulated PC. Everybody whose PC it is is signed in. */
export function osqueryTables(pc: PcState, now: Date, more: FakeValue[] = []): OsqueryTables {
  const { users, services, processes, ports, paths, bootedAt } = pc;
  const seconds = Math.round((now.getTime() - Date.parse(bootedAt)) / 1_000);
  return {
    registry: registryRows([...valuesOf(pc), ...more]),
    services: services.map(({ displayName, status, startType }, index) => ({
      name: `service-${index}`,
      display_name: displayName,
      status: status.toUpperCase(),
      start_type: startTypes[startType] ?? '',
    })),
    processes: [
      { pid: 4, name: 'System', path: '', uid: -1, start_time: -1 },
      {
        pid: 900,
        name: 'PortService.exe',
        path: 'C:\\Port\\PortService.exe',
        uid: 18,
        start_time: 1,
      },
      ...processes.map(({ name, user }, index) => ({
        pid: 5_000 + index,
        name,
        path: `C:\\Program Files (x86)\\NHS Digital\\${name}`,
        uid: firstRid + users.indexOf(user),
        start_time: 1_795_500_000,
      })),
    ],
    listening_ports: [
      { pid: 4, port: 445, protocol: 6, address: '::' },
      ...ports.map((port) => ({ pid: 900, port, protocol: 6, address: '127.0.0.1' })),
    ],
    file: paths.map((path) => ({
      path,
      directory: path.slice(0, path.lastIndexOf('\\')),
      filename: path.slice(path.lastIndexOf('\\') + 1),
      type: 'directory',
    })),
    os_version: [
      {
        name: 'Microsoft Windows 11 Enterprise',
        version: '10.0.26100',
        build: '26100',
        platform: 'windows',
      },
    ],
    uptime: [{ days: Math.floor(seconds / 86_400), total_seconds: seconds }],
    users: users.map((upn, index) => ({
      uid: firstRid + index,
      uid_signed: firstRid + index,
      username: localPart(upn),
      uuid: sidOf(index),
    })),
    logged_in_users: users.map((upn, index) => ({
      type: 'active',
      user: localPart(upn),
      sid: sidOf(index),
      registry_hive: `HKEY_USERS\\${sidOf(index)}`,
    })),
  };
}
