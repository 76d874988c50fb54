import type { Check, CheckSettings, Judgement } from '../../../src/knowledge/checks/check.ts';
import type { Observed, ProbeResult } from '../../../src/knowledge/checks/probe.ts';

/** An organisation that has filled in everything, so that every check can be asked. */
export const settings: CheckSettings = {
  processName: 'Invented.exe',
  productCodes: [
    '{0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0}',
    '{11111111-2222-3333-4444-555555555555}',
  ],
  logInOrigins: ['https://am.nhsidentity.spineservices.nhs.uk', 'https://login.example'],
};

export const absent: ProbeResult = { outcome: 'absent' };

export function answered<Kind extends keyof Observed>(
  _kind: Kind,
  observed: Observed[Kind],
): ProbeResult {
  return { outcome: 'answered', observed };
}

/** A value of the registry. */
export function value(data: string | number | string[], type = 'REG_SZ'): ProbeResult {
  return answered('registryValue', { type, data });
}

/** The probes a check asks with these settings. */
export function probesOf(check: Check, asked = settings) {
  const probes = check.probes(asked);
  if (!probes) throw new Error(`${check.id} cannot be asked with these settings`);
  return probes;
}

/** What a check makes of a PC that has only what is given: whatever else is asked for is not there. */
export function judgeOf(
  check: Check,
  given: Readonly<Record<string, ProbeResult>>,
  asked = settings,
): Judgement {
  const names = Object.keys(probesOf(check, asked));
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw new Error(`${check.id} does not ask for ${name}`);
  }
  return check.judge(
    { ...Object.fromEntries(names.map((name) => [name, absent])), ...given },
    asked,
  );
}
