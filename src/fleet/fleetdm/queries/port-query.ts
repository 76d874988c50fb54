import { answered, type LiveQuery, type ProbeOf, resultsOf } from '../live-query.ts';

/** Asks which ports are open for TCP, and for which process. */
export function portQuery(probes: readonly ProbeOf<'listeningPort'>[]): LiveQuery {
  const ports = [...new Set(probes.flatMap((probe) => probe.ports))].map(Math.trunc).join(', ');
  return {
    probes,
    sql:
      'SELECT listener.port AS port, process.name AS process FROM listening_ports AS listener' +
      ' LEFT JOIN processes AS process ON process.pid = listener.pid' +
      ` WHERE listener.protocol = 6 AND listener.port IN (${ports})`,
    read: (rows) =>
      resultsOf(probes, (probe) => {
        const listening = rows
          .map(({ port, process }) => ({ port: Number(port), ...(process ? { process } : {}) }))
          .filter(({ port }) => probe.ports.includes(port));
        return listening.length === 0
          ? { outcome: 'absent' }
          : answered('listeningPort', { listening });
      }),
  };
}
