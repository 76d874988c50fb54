import type { Action } from '../../cards/action.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { actOnPc, goBackFromPc, type PcAction } from '../pc-check/act-on-pc.ts';
import type { PcMove } from '../pc-check/ask-the-agent.ts';
import { pcStep } from '../pc-check/pc-step.ts';
import { outdateAll } from '../pc-check/verdicts.ts';
import type { Decision, Effect, Happening, Turn } from '../turn.ts';
import { caseCard } from './case-card.ts';
import {
  answerQuestion,
  chooseRole,
  finishInstruction,
  goBack,
  passAnswered,
  setStatus,
} from './moves.ts';
import { summaryText } from './summary.ts';

/** A press that names a case and the step its card showed. */
export type CaseAction = Extract<Action, { case: string }>;

const aboutPc = new Set<CaseAction['verb']>([
  'check-pc',
  'name-pc',
  'pick-pc',
  'check-again',
  'no-check',
  'stop-check',
  'go-to-fix',
]);

function isAboutPc(action: CaseAction): action is PcAction {
  return aboutPc.has(action.verb);
}

function move(
  topic: Topic,
  trouble: Case,
  action: Exclude<CaseAction, PcAction>,
  now: string,
): Case {
  switch (action.verb) {
    case 'role':
      return chooseRole(topic, trouble, action.role, now);
    case 'answer':
      return answerQuestion(topic, trouble, action.answer, now);
    case 'done':
      return finishInstruction(topic, trouble, now);
    case 'back':
      return goBack(topic, trouble, now);
    case 'reopen':
      return goBack(topic, trouble.status === 'fixed' ? outdateAll(trouble) : trouble, now);
    case 'desk':
      return setStatus(trouble, 'escalated', now);
    case 'works':
      return setStatus(trouble, 'fixed', now);
    case 'close':
      return setStatus(trouble, 'closed', now);
    case 'continue':
      return pcStep(topic, trouble) ? trouble : passAnswered(topic, trouble, now);
    case 'copy':
      return trouble;
  }
}

/** Whether the person waits for the PC, or is asked about it, and “Go back” leaves that alone. */
function isWithPc(topic: Topic, trouble: Case): boolean {
  const step = pcStep(topic, trouble);
  return trouble.status === 'open' && step !== undefined && step.stage !== 'offered';
}

function act(turn: Turn, topic: Topic, trouble: Case, action: CaseAction): PcMove {
  if (isAboutPc(action)) return actOnPc(turn, topic, trouble, action);
  if (action.verb === 'back' && isWithPc(topic, trouble)) {
    return goBackFromPc(topic, trouble, turn.now);
  }
  return { trouble: move(topic, trouble, action, turn.now), requests: [] };
}

const ends: Partial<Record<Case['status'], Happening['name']>> = {
  fixed: 'case-fixed',
  escalated: 'case-escalated',
  closed: 'case-closed',
};

function happenings(topic: Topic, before: Case, after: Case): Effect[] {
  if (before === after) return [];
  const name = (before.status !== after.status && ends[after.status]) || 'step-shown';
  return [{ kind: 'count', happening: { name, fields: { topic: topic.id, node: after.node } } }];
}

function askedForCheck(topic: Topic, requests: PcMove['requests']): Effect[] {
  if (!requests.some(({ kind }) => kind === 'find-pcs')) return [];
  const happening = { name: 'pc-check-asked', fields: { topic: topic.id } } as const;
  return [{ kind: 'count', happening }];
}

/** Buttons that open an ended case again. One person never has two open cases about one thing. */
const opensAgain = new Set<CaseAction['verb']>(['back', 'reopen', 'go-to-fix']);

/**
 * Does what a button of a case's card says. A press from a step that has gone by does nothing but
 * show the card as it is now, so a press delivered twice moves once.
 */
export function actOnCase(turn: Turn, topic: Topic, trouble: Case, action: CaseAction): Decision {
  if (opensAgain.has(action.verb) && trouble.status !== 'open') {
    const other = turn.cases.find(
      ({ id, status, topicId }) => id !== trouble.id && status === 'open' && topicId === topic.id,
    );
    if (other) {
      const card = caseCard(topic, other, 'You have a newer case about this. It goes on here.');
      return { cases: [], effects: [{ kind: 'reply', card, caseId: other.id }] };
    }
  }
  const isStale = 'step' in action && action.step !== trouble.step;
  const { trouble: next, requests } = isStale
    ? { trouble, requests: [] }
    : act(turn, topic, trouble, action);
  // A check of the PC alone may have become a case about a trouble.
  const topicNow = turn.knowledge.topics.get(next.topicId) ?? topic;
  const isAtStart = action.verb === 'back' && !isStale && next === trouble;
  return {
    cases: next === trouble ? [] : [next],
    ...(action.verb === 'role' && next !== trouble ? { role: action.role } : {}),
    effects: [
      {
        kind: 'reply',
        card: caseCard(topicNow, next, isAtStart ? 'This is the first step.' : undefined),
        caseId: next.id,
      },
      ...(action.verb === 'copy'
        ? [{ kind: 'plain' as const, text: summaryText(topicNow, next) }]
        : []),
      ...requests.map((request) => ({ kind: 'fleet' as const, request })),
      ...askedForCheck(topicNow, requests),
      ...happenings(topicNow, trouble, next),
    ],
  };
}
