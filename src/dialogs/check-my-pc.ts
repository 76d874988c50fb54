import { checkMyPc as topic } from '../knowledge/check-my-pc.ts';
import type { Topic } from '../knowledge/knowledge.ts';
import type { Case } from './case.ts';
import { caseAtHand } from './case-at-hand.ts';
import type { Dialog } from './dialog.ts';
import { deskButton, messageCard, topicsButton } from './message-card.ts';
import { asksOf, findPcs } from './pc-check/ask-the-agent.ts';
import { pcName } from './pc-check/pc-name.ts';
import { caseCard } from './troubleshoot/case-card.ts';
import { openCase } from './troubleshoot/moves.ts';
import type { Decision, Turn } from './turn.ts';

const promise = 'I will tell you when it answers.';

function begin(turn: Turn, about: Topic, trouble: Case): Decision {
  // Pressed or typed once more while it is going on: it goes on.
  if (trouble.pc?.out) {
    const isBehind = trouble.pc.stage === 'settled';
    const note = isBehind ? `I wait for ${pcName(trouble.pc)}. ${promise}` : undefined;
    return {
      cases: [],
      effects: [{ kind: 'reply', card: caseCard(about, trouble, note), caseId: trouble.id }],
    };
  }
  const { trouble: next, requests } = findPcs(turn, about, trouble);
  return {
    cases: [next],
    effects: [
      { kind: 'reply', card: caseCard(about, next), caseId: next.id },
      ...requests.map((request) => ({ kind: 'fleet' as const, request })),
      {
        kind: 'count',
        happening: { name: 'pc-check-asked', fields: { topic: about.id } },
      },
    ],
  };
}

const notHere: Decision = {
  cases: [],
  effects: [
    {
      kind: 'reply',
      card: messageCard({
        heading: 'I check a PC only in your own chat',
        paragraphs: ['Open a chat with me alone and type **check my PC** there.'],
        buttons: [topicsButton],
        footer: [deskButton],
      }),
    },
  ],
};

const notSetUp: Decision = {
  cases: [],
  effects: [
    {
      kind: 'reply',
      card: messageCard({
        heading: 'I cannot look at PCs',
        paragraphs: [
          'Tell me what you see instead. I ask you a few questions and give you the steps.',
        ],
        buttons: [{ ...topicsButton, primary: true }],
        footer: [deskButton],
      }),
    },
  ],
};

/** Looks at the PC first and names the trouble after, or looks at it for the problem at hand. */
export const checkMyPc: Dialog = {
  verbs: ['check-my-pc'],
  words: [
    'check my pc',
    'check pc',
    'check my computer',
    'check my laptop',
    'check this pc',
    'scan my pc',
  ],
  pattern: /\b(check|look at|scan|test) (my|this|our|the) (pc|computer|laptop|machine)\b/,
  run: (turn) => {
    const { fleet } = turn;
    if (!fleet) return notSetUp;
    if (turn.place.kind !== 'personal') return notHere;
    const atHand = caseAtHand(turn);
    if (atHand?.trouble.status === 'open' && asksOf(atHand.topic, fleet).length > 0) {
      return begin(turn, atHand.topic, atHand.trouble);
    }
    // Somebody who went on without a PC that is off has a case that still waits for it.
    const open = turn.cases.find(
      ({ topicId, status, pc }) => topicId === topic.id && (status === 'open' || pc?.out),
    );
    const trouble =
      open ??
      openCase(topic, { id: turn.newCaseId(), role: turn.knownRole, said: '', now: turn.now });
    return begin(turn, topic, trouble);
  },
};
