import type { MessageCard } from '../../cards/card-model.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { deskButton, messageCard } from '../message-card.ts';
import type { FleetNews, PcCheck } from '../pc-check.ts';
import type { Decision, Effect, Input, Turn } from '../turn.ts';
import { headline, pcName } from './found-panel.ts';
import { goOnWithSteps } from './go-on-with-steps.ts';
import { type Troubled, takeFound } from './take-found.ts';
import { likeliestFault } from './verdicts.ts';

type Failure = Extract<FleetNews, { kind: 'failed' }>['why'];

const whyNot: Record<Failure, (pc: string) => string> = {
  unreachable: () => 'I cannot check PCs at the moment, so I ask you instead.',
  'not-yours': (pc) =>
    `I cannot see that ${pc} is yours, so I did not check it. I ask you instead.`,
  expired: (pc) => `${pc} did not answer. I ask you instead.`,
};

// After so long people look at something else, and an edited card makes no sound.
const oldCardMs = 45_000;

function pcsKnown(
  turn: Turn,
  { topic, trouble }: Troubled,
  pc: PcCheck,
  news: PcCheck['pcs'],
): Case {
  const { out, ...rest } = pc;
  const step = trouble.step + 1;
  const base = { ...trouble, step, updatedAt: turn.now };
  if (news.length > 0) return { ...base, pc: { ...rest, stage: 'choosing', pcs: news } };
  if (turn.fleet?.canFindByName) return { ...base, pc: { ...rest, stage: 'naming' } };
  const none = 'I could not find a PC that is yours, so I ask you instead.';
  return goOnWithSteps(topic, { ...trouble, pc: rest }, turn.now, none);
}

function failed(turn: Turn, { topic, trouble }: Troubled, pc: PcCheck, why: Failure): Case {
  const { out, ...rest } = pc;
  const kept = { ...trouble, pc: rest };
  const isWaiting = pc.stage === 'finding' || pc.stage === 'checking';
  return isWaiting ? goOnWithSteps(topic, kept, turn.now, whyNot[why](pcName(pc))) : kept;
}

/** The case after the news. The same case when there is nothing in it for the person. */
function after(turn: Turn, known: Troubled, pc: PcCheck, news: FleetNews): Troubled {
  const { topic, trouble } = known;
  const { out } = pc;
  switch (news.kind) {
    case 'pcs':
      return pc.stage === 'finding' && trouble.status === 'open'
        ? { topic, trouble: pcsKnown(turn, known, pc, news.pcs) }
        : known;
    case 'progress':
      return out
        ? {
            topic,
            trouble: { ...trouble, pc: { ...pc, out: { ...out, answered: news.answered } } },
          }
        : known;
    case 'late':
      return out
        ? { topic, trouble: { ...trouble, pc: { ...pc, out: { ...out, isLate: true } } } }
        : known;
    case 'found':
      return takeFound(turn, known, news.findings);
    case 'failed':
      return { topic, trouble: failed(turn, known, pc, news.why) };
  }
}

/** A message beside the card, for a person who has looked away or gone on. */
function newsCard({ topic, trouble }: Troubled, wentOn: boolean): MessageCard {
  const { heading, text } = headline(topic, trouble);
  const toFix = wentOn && likeliestFault(topic, trouble) !== undefined;
  return messageCard({
    heading,
    paragraphs: wentOn ? [text] : [text, 'Your next step is ready.'],
    buttons: [
      toFix
        ? {
            title: 'Show me how to fix it',
            action: { verb: 'go-to-fix', case: trouble.id },
            primary: true,
          }
        : { title: 'Go on', action: { verb: 'continue', case: trouble.id }, primary: true },
    ],
    footer: [deskButton],
  });
}

function tell(turn: Turn, pc: PcCheck, now: Troubled, news: FleetNews): Effect[] {
  if (
    now.trouble.status !== 'open' &&
    now.topic.id === now.trouble.topicId &&
    pc.stage !== 'checking'
  )
    return [];
  const isOver = news.kind === 'found' || news.kind === 'failed';
  if (!isOver || !pc.out) return [];
  const wentOn = pc.stage !== 'checking';
  const isOld = Date.parse(turn.now) - Date.parse(pc.out.since) > oldCardMs;
  if (news.kind === 'failed') {
    // Somebody who went on was promised news of the PC, and this is none.
    if (wentOn || !isOld) return [];
    return [
      {
        kind: 'own-chat',
        card: messageCard({
          heading: `I could not check ${pcName(pc)}`,
          paragraphs: [whyNot[news.why](pcName(pc))],
          buttons: [
            { title: 'Go on', action: { verb: 'continue', case: now.trouble.id }, primary: true },
          ],
          footer: [deskButton],
        }),
      },
    ];
  }
  return wentOn || isOld ? [{ kind: 'own-chat', card: newsCard(now, wentOn) }] : [];
}

function counted(topic: Topic, news: FleetNews): Effect[] {
  if (news.kind === 'found') {
    const wrong = news.findings.filter(({ verdict }) => verdict === 'unhealthy');
    const fields = { topic: topic.id, unhealthy: wrong.map(({ check }) => check).join(' ') };
    return [{ kind: 'count', happening: { name: 'pc-check-found', fields } }];
  }
  if (news.kind !== 'failed') return [];
  const fields = { topic: topic.id, why: news.why };
  return [{ kind: 'count', happening: { name: 'pc-check-failed', fields } }];
}

/**
 * Takes what the fleet agent has to say to the case it is about. News of a task that the case no
 * longer waits for changes nothing.
 */
export function takeNews(turn: Turn, input: Extract<Input, { kind: 'fleet' }>): Decision {
  const before = turn.cases.find(({ id }) => id === input.caseId);
  const topic = before && turn.knowledge.topics.get(before.topicId);
  if (!before?.pc || !topic || before.pc.out?.task !== input.task)
    return { cases: [], effects: [] };
  const now = after(turn, { topic, trouble: before }, before.pc, input.news);
  if (now.trouble === before) return { cases: [], effects: [] };
  return {
    cases: [now.trouble],
    effects: [
      { kind: 'edit', caseId: before.id },
      ...tell(turn, before.pc, now, input.news),
      ...counted(now.topic, input.news),
    ],
  };
}
