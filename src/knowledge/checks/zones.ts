import type { Check, Judgement } from './check.ts';
import { couldNotAsk } from './not-asked-words.ts';
import { zoneProbes, zonesIn } from './zone-map.ts';

const whether = 'which zone Windows puts http://localhost in';

const zoneNames: Readonly<Record<number, string>> = {
  0: 'This computer',
  1: 'Local intranet',
  2: 'Trusted sites',
  3: 'Internet',
  4: 'Restricted sites',
};

const judged = (verdict: Judgement['verdict'], reason: string, found: string): Judgement => ({
  verdict,
  reason,
  found,
});

/** Whether http://localhost is on the Local intranet or Trusted sites list. That both will do is our conclusion. */
export const zones: Check = {
  id: 'zones',
  title: 'Zone of http://localhost',
  expected: 'Local intranet or Trusted sites',
  basis: 'ours',
  probes: zoneProbes,
  judge: (answers) => {
    const found = zonesIn(answers);
    if (typeof found === 'string') return couldNotAsk(whether, found);
    if (found.length === 0) {
      return judged(
        'unhealthy',
        'http://localhost is on no site list of Windows',
        'On neither list',
      );
    }
    const names = new Set(found.map((zone) => zoneNames[zone] ?? 'A zone that is not known'));
    const words = [...names].join(' and ');
    if (found.every((zone) => zone === 1 || zone === 2)) {
      return judged('healthy', 'http://localhost is on a site list of Windows', words);
    }
    if (found.every((zone) => zone === 3 || zone === 4)) {
      return judged('unhealthy', 'http://localhost is in a zone that asks for a password', words);
    }
    // Places that disagree, or a zone that has no list: which of them counts is for IT to see.
    return judged('cannot-tell', `I could not find out ${whether}`, words);
  },
};
