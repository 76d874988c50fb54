import type { Role } from './case.ts';
import type { Dialog } from './dialog.ts';
import { messageCard, topicsButton } from './message-card.ts';
import { showFindings } from './pc-check/go-on-with-steps.ts';
import { caseCard } from './troubleshoot/case-card.ts';

const said: Record<Role, { words: string[]; heading: string }> = {
  it: {
    words: ['i am it', 'im it', 'i work in it', 'i am in it', 'i have admin rights'],
    heading: 'You see the steps for IT from now on',
  },
  staff: {
    words: [
      'i am staff',
      'im staff',
      'i am not it',
      'im not it',
      'i do not have admin rights',
      'no admin rights',
    ],
    heading: 'You see the steps for staff from now on',
  },
};

/** Lets a person put right who they are, for the problem they are on and for later ones. */
function setRole(role: Role): Dialog {
  return {
    verbs: [],
    words: said[role].words,
    isPrivate: true,
    run: ({ cases, knowledge, now }) => {
      const current = cases.find(({ status }) => status === 'open');
      const topic = current && knowledge.topics.get(current.topicId);
      if (!current || !topic) {
        return {
          cases: [],
          role,
          effects: [
            {
              kind: 'reply',
              card: messageCard({ heading: said[role].heading, buttons: [topicsButton] }),
            },
          ],
        };
      }
      const changed = { ...current, role, step: current.step + 1, updatedAt: now };
      const showedFindings = current.pc?.shownAt === current.step;
      const next = showedFindings ? showFindings(changed) : changed;
      return {
        cases: [next],
        role,
        effects: [
          { kind: 'reply', card: caseCard(topic, next, `${said[role].heading}.`), caseId: next.id },
        ],
      };
    },
  };
}

export const setRoleIt = setRole('it');
export const setRoleStaff = setRole('staff');
