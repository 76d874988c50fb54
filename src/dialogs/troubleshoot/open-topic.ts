import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { asksOf } from '../pc-check/ask-the-agent.ts';
import { carryOver } from '../pc-check/carry-over.ts';
import type { PcCheck } from '../pc-check.ts';
import type { Decision, Effect, Turn } from '../turn.ts';
import { caseCard } from './case-card.ts';
import { openCase } from './moves.ts';

/** With a fleet agent the PC can be looked at, and the case offers that when it comes to it. */
function offered({ fleet }: Turn, topic: Topic): { pc?: PcCheck } {
  if (!fleet || asksOf(topic, fleet).length === 0) return {};
  const { agent } = fleet;
  return { pc: { stage: 'offered', agent, pcs: [], asks: [], findings: [] } };
}

/** The case to show, and the cases that are new or changed: none when it was open already. */
function opened(
  turn: Turn,
  topic: Topic,
  said: string,
): { trouble: Case; changed: readonly Case[] } {
  const existing = turn.cases.find(
    ({ topicId, status }) => topicId === topic.id && status === 'open',
  );
  if (existing) return { trouble: existing, changed: [] };
  const changed = carryOver(turn, topic, {
    ...openCase(topic, { id: turn.newCaseId(), role: turn.knownRole, said, now: turn.now }),
    ...offered(turn, topic),
  });
  return { trouble: changed[0], changed };
}

/** Where the case's card goes: here in the person's own chat, else there, with a word left here. */
function showIn(turn: Turn, card: ReturnType<typeof caseCard>, caseId: string): Effect[] {
  if (turn.place.kind === 'personal') return [{ kind: 'reply', card, caseId }];
  return [
    {
      kind: 'reply',
      card: {
        card: 'message',
        toast: 'Sending the first step to your own chat',
        heading: 'Sending the first step to your own chat',
        paragraphs: [
          'Look for a new message from me. If I cannot reach your chat, I will carry on here.',
        ],
        bullets: [],
        buttons: [],
        footer: [],
      },
    },
    { kind: 'own-chat', card, caseId },
  ];
}

/**
 * Starts a case about a topic, or picks up the open one about the same topic: one person never has
 * two open cases about one thing.
 */
export function openTopic(turn: Turn, topic: Topic, said: string): Decision {
  const { trouble, changed } = opened(turn, topic, said);
  const isNew = changed.length > 0;
  const note =
    isNew || trouble.trail.length === 0
      ? undefined
      : 'You started this before. This is where you were.';
  return {
    cases: changed,
    effects: [
      ...showIn(turn, caseCard(topic, trouble, note), trouble.id),
      ...changed.slice(1).map(({ id }) => ({ kind: 'edit' as const, caseId: id })),
      ...(isNew
        ? [
            {
              kind: 'count' as const,
              happening: { name: 'case-opened' as const, fields: { topic: topic.id } },
            },
          ]
        : []),
    ],
  };
}
