import { changePc } from '../../dev/fleet-simulator/faults.ts';
import { healthyPc, type PcState } from '../../dev/fleet-simulator/pc-state.ts';
import type { TestFleet } from './fleet.ts';
import type { Someone } from './person.ts';
import type { World } from './world.ts';

/** Somebody whose PC the agent knows, and that PC. */
export interface Owner {
  person: Someone;
  upn: string;
  pc: PcState;
}

/** A nurse with a PC on which NHS Port Service has stopped. */
export function createOwner(
  { connector, newPerson }: Pick<World, 'connector' | 'newPerson'>,
  fleet: Pick<TestFleet, 'pcs'>,
  parts: Partial<PcState> = {},
): Owner {
  const person = newPerson();
  const upn = `${person.userId}@trust.example`;
  connector.upns.set(`29:${person.userId}`, upn);
  const pc = healthyPc(`PC-${person.userId.slice(0, 8)}`, [upn], parts);
  changePc(pc, 'breakIt', ['port-service']);
  fleet.pcs.push(pc);
  return { person, upn, pc };
}

/** From the first message to the card that asks for consent. */
export async function askForCheck({ person, pc }: Owner): Promise<void> {
  await person.say('I get error 400_645');
  await person.press('I am not in IT');
  await person.press('Yes, find my PC');
  await person.see(`Check ${pc.name}?`);
}

/** The press that is the consent. */
export async function consent({ person, pc }: Owner): Promise<void> {
  await person.press(`Yes, check ${pc.name}`);
}
