import type { FleetTask, FleetTaskEnd, FleetTasks } from '../dialogs/fleet-task.ts';
import type { FleetNews } from '../dialogs/pc-check.ts';
import type { Person } from '../dialogs/person.ts';
import type { Check, CheckSettings } from '../knowledge/checks/check.ts';
import type { FleetDriver } from './fleet-driver.ts';

/** What the worker is given. */
export interface WorkerOptions {
  driver: FleetDriver;
  tasks: FleetTasks;
  checks: readonly Check[];
  settings: CheckSettings;
  /** The address that the directory knows a person by. Undefined when Teams does not tell it. */
  upnOf: (person: Person, address: FleetTask['address']) => Promise<string | undefined>;
  /** Takes news to the case. Resolves when it is kept. The same news told twice counts once. */
  tell: (task: FleetTask, news: FleetNews) => Promise<void>;
  /** Takes out of a text what must not be kept. */
  redact: (text: string) => string;
  now: () => Date;
  /** A number from 0 up to 1, so that what was put off together does not come back together. */
  random: () => number;
  log: Record<'info' | 'warn', (fields: object, message: string) => void>;
}

/** What came of one step of a task. */
export type Step =
  /** Look again after a while. */
  | { kind: 'again'; afterMs: number; news: readonly FleetNews[]; results?: FleetTask['results'] }
  /** It is over. */
  | { kind: 'over'; news?: FleetNews; end: FleetTaskEnd };
