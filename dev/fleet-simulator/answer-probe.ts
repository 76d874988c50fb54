import type { CheckRunRequest, Result } from '../../src/fleet/agent/agent-api.ts';
import type { NotAsked } from '../../src/knowledge/checks/probe.ts';
import type { PcState, RegistryValue } from './pc-state.ts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether a name fits a pattern in which `*` stands for any letters. Case does not count. */
function fits(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
}

type Probe = CheckRunRequest['probes'][number];
type Observed = NonNullable<Result['observed']>;
type Answer =
  | { outcome: 'answered'; observed: Observed }
  | { outcome: 'absent' }
  | { outcome: NotAsked; detail?: string };

const absent: Answer = { outcome: 'absent' };

function answered(observed: Observed, isThere = true): Answer {
  return isThere ? { outcome: 'answered', observed } : absent;
}

/** Values of the machine, or of the person who asked: never of anybody else who is signed in. */
function valuesIn(pc: PcState, hive: 'machine' | 'user', upn: string): RegistryValue[] {
  return pc.registry.filter((value) =>
    hive === 'machine'
      ? value.hive === 'machine'
      : value.hive !== 'machine' && same(value.hive, upn),
  );
}

/** What a PC says to a probe, from its state. The person asked for counts wherever `user` does. */
export function answerProbe(pc: PcState, probe: Probe, upn: string): Answer {
  const refused = pc.unanswered[probe.kind];
  if (refused) return { outcome: refused };
  // Windows loads the hive of a person when they sign in.
  if ('hive' in probe && probe.hive === 'user' && !pc.users.some((user) => same(user, upn))) {
    return { outcome: 'error', detail: 'not signed in' };
  }
  switch (probe.kind) {
    case 'service': {
      const service = pc.services.find(({ displayName }) => same(displayName, probe.displayName));
      if (!service) return absent;
      return answered({ status: service.status, startType: service.startType });
    }
    case 'process': {
      const instances = pc.processes
        .filter(
          ({ name, user }) => fits(probe.name, name) && (probe.scope === 'any' || same(user, upn)),
        )
        .map(({ name }) => ({ name }));
      return answered({ instances }, instances.length > 0);
    }
    case 'registryValue': {
      const value = valuesIn(pc, probe.hive, upn).find(
        ({ key, name, view = '64' }) =>
          same(key, probe.key) &&
          same(name, probe.name) &&
          (probe.view === 'both' || probe.view === view),
      );
      if (!value) return absent;
      const { type, data, view = '64' } = value;
      return answered({ type, data, view });
    }
    case 'registryKey': {
      const below = `${probe.key.toLowerCase()}\\`;
      const keys = valuesIn(pc, probe.hive, upn)
        .filter(({ view = '64' }) => probe.view === 'both' || probe.view === view)
        .map(({ key }) => key);
      const subkeys = keys
        .filter((key) => key.toLowerCase().startsWith(below))
        .map((key) => key.slice(below.length).split('\\', 1)[0] ?? '');
      const exists = subkeys.length > 0 || keys.some((key) => same(key, probe.key));
      return answered({ exists, subkeys: [...new Set(subkeys)] }, exists);
    }
    case 'installedProgram': {
      const wanted = probe.nameContains.toLowerCase();
      const programs = pc.programs.filter(({ name }) => name.toLowerCase().includes(wanted));
      return answered({ programs }, programs.length > 0);
    }
    case 'listeningPort': {
      const listening = pc.ports
        .filter((port) => probe.ports.includes(port))
        .map((port) => ({ port }));
      return answered({ listening }, listening.length > 0);
    }
    case 'path': {
      const paths = pc.paths.filter((path) => fits(probe.glob, path));
      return answered({ paths }, paths.length > 0);
    }
    case 'os':
      return answered({
        name: 'Windows 11',
        version: '23H2',
        build: '22631',
        bootedAt: pc.bootedAt,
      });
  }
}
