import { type Concepts, phrases } from './concept.ts';

/** Words that say a trouble is over. */
export const endings: Concepts = {
  over: {
    tells: 'elsewhere',
    says: phrases(`all sorted, sorted now, sorted thanks, that worked, that has worked, thats worked, works now, working now,
      working again, working fine, works again, works fine, fixed now, fixed thanks, thanks fixed, thats fixed, fixed it, fixed itself,
      sorted itself, all good, back to normal, sorted it, that sorted, that fixed, got it working, all working,
      fine now, ok now, okay now, good now, fine again, ok again, okay again, back up, back up and running, problem solved,
      can close, can be closed, close the ticket, close the call, close my ticket, please close it, no need to call, no need to ring,
      is resolved, resolved now, now resolved, now fixed, now sorted, now working, been fixed, been sorted, has been resolved`),
  },
};
