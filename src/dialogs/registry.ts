import { checkMyPc } from './check-my-pc.ts';
import { deskHelp } from './desk-help.ts';
import type { Dialog } from './dialog.ts';
import { help } from './help.ts';
import { myCases } from './my-cases.ts';
import { setRoleIt, setRoleStaff } from './set-role.ts';
import { startAgain } from './start-again.ts';
import { thanks } from './thanks.ts';
import { topics } from './topics.ts';
import { welcome } from './welcome.ts';

/** Every dialog that a button or a few words lead to. A new one is a file and a line here. */
export const dialogs: readonly Dialog[] = [
  welcome,
  help,
  topics,
  myCases,
  checkMyPc,
  startAgain,
  setRoleIt,
  setRoleStaff,
  deskHelp,
  thanks,
];
