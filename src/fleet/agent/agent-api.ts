// Made from fleet-agent.openapi.yaml by `npm run fleet-types`. Change that file instead.

export interface FleetAgentApi {
  /**
   * Given out by the agent. It stands in addresses, so it is neither `.` nor `..` and has no control
   * characters.
   *
   */
  AgentId: string;
  Problem: Problem;
  Device: Device;
  DeviceList: DeviceList;
  CheckRunRequest: CheckRunRequest;
  AcceptedRun: AcceptedRun;
  RunStatus: 'queued' | 'running' | 'finished' | 'expired' | 'cancelled';
  CheckRun: CheckRun;
  Result: Result;
  FinishedCallback: FinishedCallback;
  /**
   * What 64-bit programs see, what 32-bit programs see, or either
   */
  View: '64' | '32' | 'both';
  /**
   * `machine` is HKEY_LOCAL_MACHINE. `user` is the hive of the signed-in person, never that of the
   * account the agent runs as. The hive of somebody who is not signed in could not be asked: that is
   * no `absent`.
   *
   */
  Hive: 'machine' | 'user';
  Probe:
    | ServiceProbe
    | ProcessProbe
    | RegistryValueProbe
    | RegistryKeyProbe
    | InstalledProgramProbe
    | ListeningPortProbe
    | PathProbe
    | OsProbe;
  ServiceProbe: ServiceProbe;
  ServiceObserved: ServiceObserved;
  ProcessProbe: ProcessProbe;
  ProcessObserved: ProcessObserved;
  RegistryValueProbe: RegistryValueProbe;
  RegistryValueObserved: RegistryValueObserved;
  RegistryKeyProbe: RegistryKeyProbe;
  RegistryKeyObserved: RegistryKeyObserved;
  InstalledProgramProbe: InstalledProgramProbe;
  InstalledProgramObserved: InstalledProgramObserved;
  ListeningPortProbe: ListeningPortProbe;
  ListeningPortObserved: ListeningPortObserved;
  PathProbe: PathProbe;
  PathObserved: PathObserved;
  OsProbe: OsProbe;
  OsObserved: OsObserved;
}
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  [k: string]: unknown;
}
export interface Device {
  /**
   * Given out by the agent. It stands in addresses, so it is neither `.` nor `..` and has no control
   * characters.
   *
   */
  id: string;
  name: string;
  online: boolean;
  lastSeen: string;
  /**
   * The person the PC is assigned to
   */
  primaryUser?: string;
  [k: string]: unknown;
}
export interface DeviceList {
  devices: Device[];
  [k: string]: unknown;
}
export interface CheckRunRequest {
  /**
   * Given out by the agent. It stands in addresses, so it is neither `.` nor `..` and has no control
   * characters.
   *
   */
  deviceId: string;
  requestedBy: {
    /**
     * The person whose PC it is. Decides whose hive `user` means.
     */
    upn: string;
  };
  /**
   * For the agent's own records
   */
  reason: string;
  /**
   * @minItems 1
   */
  probes: (
    | ServiceProbe
    | ProcessProbe
    | RegistryValueProbe
    | RegistryKeyProbe
    | InstalledProgramProbe
    | ListeningPortProbe
    | PathProbe
    | OsProbe
  )[];
  expiresInSeconds: number;
  callbackUrl?: string;
}
export interface ServiceProbe {
  id: string;
  kind: 'service';
  displayName: string;
}
export interface ProcessProbe {
  id: string;
  kind: 'process';
  /**
   * `*` stands for any letters
   */
  name: string;
  scope: 'user' | 'any';
}
export interface RegistryValueProbe {
  id: string;
  kind: 'registryValue';
  /**
   * `machine` is HKEY_LOCAL_MACHINE. `user` is the hive of the signed-in person, never that of the
   * account the agent runs as. The hive of somebody who is not signed in could not be asked: that is
   * no `absent`.
   *
   */
  hive: 'machine' | 'user';
  /**
   * Below the hive
   */
  key: string;
  /**
   * Compared without case
   */
  name: string;
  /**
   * What 64-bit programs see, what 32-bit programs see, or either
   */
  view: '64' | '32' | 'both';
}
export interface RegistryKeyProbe {
  id: string;
  kind: 'registryKey';
  /**
   * `machine` is HKEY_LOCAL_MACHINE. `user` is the hive of the signed-in person, never that of the
   * account the agent runs as. The hive of somebody who is not signed in could not be asked: that is
   * no `absent`.
   *
   */
  hive: 'machine' | 'user';
  key: string;
  /**
   * What 64-bit programs see, what 32-bit programs see, or either
   */
  view: '64' | '32' | 'both';
}
export interface InstalledProgramProbe {
  id: string;
  kind: 'installedProgram';
  /**
   * Of every place Windows lists programs in
   */
  nameContains: string;
}
export interface ListeningPortProbe {
  id: string;
  kind: 'listeningPort';
  /**
   * @minItems 1
   */
  ports: number[];
}
export interface PathProbe {
  id: string;
  kind: 'path';
  glob: string;
}
export interface OsProbe {
  id: string;
  kind: 'os';
}
export interface AcceptedRun {
  /**
   * Given out by the agent. It stands in addresses, so it is neither `.` nor `..` and has no control
   * characters.
   *
   */
  id: string;
  status: 'queued';
  [k: string]: unknown;
}
export interface CheckRun {
  /**
   * Given out by the agent. It stands in addresses, so it is neither `.` nor `..` and has no control
   * characters.
   *
   */
  id: string;
  /**
   * Given out by the agent. It stands in addresses, so it is neither `.` nor `..` and has no control
   * characters.
   *
   */
  deviceId: string;
  status: 'queued' | 'running' | 'finished' | 'expired' | 'cancelled';
  createdAt: string;
  updatedAt: string;
  /**
   * One for each probe that is done. A run that is over may lack some.
   *
   * @maxItems 10000
   */
  results: Result[];
  [k: string]: unknown;
}
export interface Result {
  probeId: string;
  /**
   * `answered`: asked, with what was observed. `absent`: asked, and the thing is not there. All
   * others: it could not be asked.
   *
   */
  outcome: 'answered' | 'absent' | 'offline' | 'timeout' | 'denied' | 'unsupported' | 'error';
  /**
   * In the shape of the probe's kind: `ServiceObserved` for a probe of the kind `service`, and so
   * on.
   *
   */
  observed?:
    | ServiceObserved
    | ProcessObserved
    | RegistryValueObserved
    | RegistryKeyObserved
    | InstalledProgramObserved
    | ListeningPortObserved
    | PathObserved
    | OsObserved;
  /**
   * For operators
   */
  detail?: string;
  [k: string]: unknown;
}
export interface ServiceObserved {
  status: string;
  startType: 'auto' | 'manual' | 'disabled';
  [k: string]: unknown;
}
export interface ProcessObserved {
  instances: {
    name: string;
    path?: string;
    startedAt?: string;
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
}
export interface RegistryValueObserved {
  type: string;
  data: string | number | string[];
  view: '64' | '32';
  [k: string]: unknown;
}
export interface RegistryKeyObserved {
  exists: boolean;
  subkeys?: string[];
  [k: string]: unknown;
}
export interface InstalledProgramObserved {
  programs: {
    name: string;
    /**
     * Empty when Windows has none
     */
    version: string;
    installDate?: string;
    installLocation?: string;
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
}
export interface ListeningPortObserved {
  listening: {
    port: number;
    process?: string;
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
}
export interface PathObserved {
  paths: string[];
  [k: string]: unknown;
}
export interface OsObserved {
  name: string;
  version: string;
  build: string;
  bootedAt: string;
  [k: string]: unknown;
}
export interface FinishedCallback {
  type: 'check-run.finished';
  timestamp: string;
  data: {
    /**
     * Given out by the agent. It stands in addresses, so it is neither `.` nor `..` and has no control
     * characters.
     *
     */
    id: string;
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
