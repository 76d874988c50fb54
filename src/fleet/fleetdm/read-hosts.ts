import { z } from 'zod';
import type { Device } from '../fleet-driver.ts';
import { FleetFailure } from '../fleet-failure.ts';

/** A PC as Fleet knows it. */
export interface Host extends Device {
  /** Every name it goes by. */
  names: readonly string[];
  /** Addresses of the people it is assigned to. Often none. */
  emails: readonly string[];
}

/** Without letters that cannot be seen, which would make it look like another. */
const name = z
  .string()
  .transform((text) => text.replace(/\p{C}/gu, '').trim())
  .pipe(z.string().max(100))
  .catch('');

const HostAnswer = z.object({
  id: z.number().int().positive(),
  hostname: name,
  computer_name: name,
  platform: z.literal('windows'),
  status: z.string().catch(''),
  seen_time: z.iso.datetime({ offset: true }).optional().catch(undefined),
  device_mapping: z
    .array(z.object({ email: z.string() }))
    .nullish()
    .catch(undefined),
});

const Hosts = z.object({ hosts: z.array(z.unknown()).max(10_000) });

/** The Windows PCs of a list. One that cannot be read is left out, the others are not its fault. */
export function readHosts(body: unknown): Host[] {
  const parsed = Hosts.safeParse(body);
  if (!parsed.success) throw new FleetFailure('wrong', 'the list of hosts is not as documented');
  return parsed.data.hosts.flatMap((each) => {
    const host = HostAnswer.safeParse(each);
    if (!host.success) return [];
    const { id, hostname, computer_name, status, seen_time, device_mapping } = host.data;
    const names = [computer_name, hostname].filter((known) => known !== '');
    const [first] = names;
    if (first === undefined) return [];
    return {
      id: String(id),
      name: first,
      online: status === 'online',
      lastSeen: seen_time,
      names,
      emails: (device_mapping ?? []).map(({ email }) => email),
    };
  });
}
