import type { Probe } from '../../knowledge/checks/probe.ts';
import type { LiveQuery } from './live-query.ts';
import { machineRegistryQuery } from './queries/machine-registry-query.ts';
import { osQuery } from './queries/os-query.ts';
import { ownProcessQuery } from './queries/own-process-query.ts';
import { ownRegistryQuery } from './queries/own-registry-query.ts';
import { isInOneFolder, pathQuery } from './queries/path-query.ts';
import { portQuery } from './queries/port-query.ts';
import { processQuery } from './queries/process-query.ts';
import { programQuery } from './queries/program-query.ts';
import { serviceQuery } from './queries/service-query.ts';

/**
 * The fewest questions that answer the probes: one for each place in Windows that is looked at, however
 * many of the probes it answers. A probe that none of them covers cannot be asked in SQL.
 */
export function planQueries(probes: readonly Probe[], upn: string): LiveQuery[] {
  const ask = <P extends Probe>(
    own: readonly P[],
    query: (probes: readonly P[], upn: string) => LiveQuery,
  ): LiveQuery[] => (own.length === 0 ? [] : [query(own, upn)]);
  const processes = probes.filter((probe) => probe.kind === 'process');
  const registry = probes.filter(
    (probe) => probe.kind === 'registryValue' || probe.kind === 'registryKey',
  );
  const paths = probes.filter((probe) => probe.kind === 'path');
  return [
    ...ask(
      probes.filter((probe) => probe.kind === 'service'),
      serviceQuery,
    ),
    ...ask(
      probes.filter((probe) => probe.kind === 'listeningPort'),
      portQuery,
    ),
    ...ask(
      processes.filter(({ scope }) => scope === 'user'),
      ownProcessQuery,
    ),
    ...ask(
      processes.filter(({ scope }) => scope === 'any'),
      processQuery,
    ),
    ...ask(
      registry.filter(({ hive }) => hive === 'machine'),
      machineRegistryQuery,
    ),
    ...ask(
      registry.filter(({ hive }) => hive === 'user'),
      ownRegistryQuery,
    ),
    ...ask(
      probes.filter((probe) => probe.kind === 'installedProgram'),
      programQuery,
    ),
    ...ask(paths.filter(isInOneFolder), pathQuery),
    ...ask(
      probes.filter((probe) => probe.kind === 'os'),
      osQuery,
    ),
  ];
}
