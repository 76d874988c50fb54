import { z } from 'zod';

/** Which copy of the registry: what 64-bit programs see, what 32-bit programs see, or either. */
type View = '64' | '32' | 'both';
/** `machine` is HKEY_LOCAL_MACHINE. `user` is the hive of the signed-in person, never that of the agent. */
type Hive = 'machine' | 'user';

/** One question to a PC, as in `fleet-agent.openapi.yaml`. The answer has the shape of {@link Observed}. */
export type Question =
  | { kind: 'service'; displayName: string }
  /** `name` may hold `*` for any letters. `user`: only in the session of the signed-in person. */
  | { kind: 'process'; name: string; scope: 'user' | 'any' }
  | { kind: 'registryValue'; hive: Hive; key: string; name: string; view: View }
  | { kind: 'registryKey'; hive: Hive; key: string; view: View }
  /** Programs of every place Windows lists them: both views of the machine, and the person's own. */
  | { kind: 'installedProgram'; nameContains: string }
  | { kind: 'listeningPort'; ports: number[] }
  | { kind: 'path'; glob: string }
  | { kind: 'os' };

/** A question with the name its answer comes back under. */
export type Probe = Question & { id: string };

const text = z.string().max(4_000);
const few = 500;

/** What each kind of probe observes. Read from hostile input: everything has a limit, more is ignored. */
export const Observed = {
  service: z.object({ status: text, startType: text.optional() }),
  process: z.object({
    instances: z
      .array(z.object({ name: text, path: text.optional(), startedAt: text.optional() }))
      .max(few),
  }),
  registryValue: z.object({
    type: text,
    data: z.union([text, z.number(), z.array(text).max(few)]),
    view: z.enum(['64', '32']).optional(),
  }),
  registryKey: z.object({ exists: z.boolean(), subkeys: z.array(text).max(10_000).optional() }),
  installedProgram: z.object({
    programs: z
      .array(
        z.object({
          name: text,
          version: text.optional(),
          installDate: text.optional(),
          installLocation: text.optional(),
        }),
      )
      .max(few),
  }),
  listeningPort: z.object({
    listening: z
      .array(z.object({ port: z.number().int().min(1).max(65_535), process: text.optional() }))
      .max(few),
  }),
  path: z.object({ paths: z.array(text).max(few) }),
  os: z.object({
    name: text,
    version: text.optional(),
    build: text.optional(),
    bootedAt: z.iso.datetime({ offset: true }).optional(),
  }),
} as const;
export type Observed = { [Kind in keyof typeof Observed]: z.infer<(typeof Observed)[Kind]> };

/**
 * Why a probe has no answer. None of these says anything about the PC: "could not ask" is never
 * "not there".
 */
export const notAsked = ['offline', 'timeout', 'denied', 'unsupported', 'error'] as const;
export type NotAsked = (typeof notAsked)[number];

/** What came back for one probe. `absent`: it was asked, and the thing is not there. */
export type ProbeResult<Kind extends keyof Observed = keyof Observed> =
  | { outcome: 'answered'; observed: Observed[Kind] }
  | { outcome: 'absent' }
  | { outcome: NotAsked };
