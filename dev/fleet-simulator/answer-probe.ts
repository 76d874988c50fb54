import type { Probe, ProbeResult } from '../../src/knowledge/checks/probe.ts';
import type { PcState, RegistryValue } from './pc-state.ts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether a name fits a pattern in which `*` stands for any letters. Case does not count. */
function fits(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
}

function found<Observed>(observed: Observed, isThere: boolean): ProbeResult {
  return isThere ? ({ outcome: 'answered', observed } as ProbeResult) : { outcome: 'absent' };
}

/** Values of the machine, or of the person who asked: never of anybody else who is signed in. */
function valuesIn(pc: PcState, hive: 'machine' | 'user', upn: string): RegistryValue[] {
  return pc.registry.filter((value) =>
    hive === 'machine' ? value.hive === 'machine' : same(value.hive, upn),
  );
}

/** What a PC says to a probe, from its state. The person asked for counts wherever `user` does. */
export function answerProbe(pc: PcState, probe: Probe, upn: string): ProbeResult {
  const refused = pc.unanswered[probe.kind];
  if (refused) return { outcome: refused };
  switch (probe.kind) {
    case 'service': {
      const service = pc.services.find(({ displayName }) => same(displayName, probe.displayName));
      return found({ status: service?.status, startType: service?.startType }, Boolean(service));
    }
    case 'process': {
      const instances = pc.processes
        .filter(
          ({ name, user }) => fits(probe.name, name) && (probe.scope === 'any' || same(user, upn)),
        )
        .map(({ name }) => ({ name }));
      return found({ instances }, instances.length > 0);
    }
    case 'registryValue': {
      const value = valuesIn(pc, probe.hive, upn).find(
        ({ key, name, view = '64' }) =>
          same(key, probe.key) &&
          same(name, probe.name) &&
          (probe.view === 'both' || probe.view === view),
      );
      const { type, data, view = '64' } = value ?? {};
      return found({ type, data, view }, Boolean(value));
    }
    case 'registryKey': {
      const below = `${probe.key.toLowerCase()}\\`;
      const keys = valuesIn(pc, probe.hive, upn).map(({ key }) => key);
      const subkeys = keys
        .filter((key) => key.toLowerCase().startsWith(below))
        .map((key) => key.slice(below.length).split('\\', 1)[0] ?? '');
      const exists = subkeys.length > 0 || keys.some((key) => same(key, probe.key));
      return found({ exists, subkeys: [...new Set(subkeys)] }, exists);
    }
    case 'installedProgram': {
      const wanted = probe.nameContains.toLowerCase();
      const programs = pc.programs.filter(({ name }) => name.toLowerCase().includes(wanted));
      return found({ programs }, programs.length > 0);
    }
    case 'listeningPort': {
      const listening = pc.ports
        .filter((port) => probe.ports.includes(port))
        .map((port) => ({ port }));
      return found({ listening }, listening.length > 0);
    }
    case 'path': {
      const paths = pc.paths.filter((path) => fits(probe.glob, path));
      return found({ paths }, paths.length > 0);
    }
    case 'os':
      return found({ name: 'Windows 11', build: '22631', bootedAt: pc.bootedAt }, true);
  }
}
