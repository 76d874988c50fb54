import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import type { FleetNews, PcCheck } from '../pc-check.ts';
import type { Decision, Effect, Input, Turn } from '../turn.ts';
import { tidyPc } from './from-outside.ts';
import { goOnWithSteps } from './go-on-with-steps.ts';
import type { Troubled } from './name-the-trouble.ts';
import { newsMessage } from './news-message.ts';
import { takeFound } from './take-found.ts';
import { type Failure, whyNot } from './why-not.ts';

/** The PCs are known. A case that was handed over meanwhile keeps them for when it goes on. */
function pcsKnown(
  turn: Turn,
  { topic, trouble }: Troubled,
  pc: PcCheck,
  pcs: PcCheck['pcs'],
): Case {
  const { out, ...rest } = pc;
  const base = { ...trouble, step: trouble.step + 1, updatedAt: turn.now };
  if (pcs.length > 0) return { ...base, pc: { ...rest, stage: 'choosing', pcs: pcs.map(tidyPc) } };
  if (turn.fleet?.canFindByName) return { ...base, pc: { ...rest, stage: 'naming' } };
  const none = 'I could not find a PC that is yours, so I ask you instead.';
  return goOnWithSteps(topic, { ...trouble, pc: rest }, turn.now, none);
}

function failed(turn: Turn, { topic, trouble }: Troubled, pc: PcCheck, why: Failure): Case {
  const { out, ...rest } = pc;
  const kept = { ...trouble, pc: rest };
  const isWaiting = pc.stage === 'finding' || pc.stage === 'checking';
  return isWaiting ? goOnWithSteps(topic, kept, turn.now, whyNot(why, pc)) : kept;
}

/** The case after the news. The same case when there is nothing in it for the person. */
function after(turn: Turn, known: Troubled, pc: PcCheck, news: FleetNews): Troubled {
  const { topic, trouble } = known;
  const { out } = pc;
  const withOut = (change: Partial<PcCheck['out']>): Troubled =>
    out ? { topic, trouble: { ...trouble, pc: { ...pc, out: { ...out, ...change } } } } : known;
  switch (news.kind) {
    case 'pcs':
      return pc.stage === 'finding'
        ? { topic, trouble: pcsKnown(turn, known, pc, news.pcs) }
        : known;
    case 'progress':
      return out && news.answered > out.answered ? withOut({ answered: news.answered }) : known;
    case 'late':
      return out?.isLate ? known : withOut({ isLate: true });
    case 'found':
      return takeFound(turn, known, news.findings);
    case 'failed':
      return { topic, trouble: failed(turn, known, pc, news.why) };
  }
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
  const trouble = turn.cases.find(({ id }) => id === input.caseId);
  const topic = trouble && turn.knowledge.topics.get(trouble.topicId);
  if (!trouble?.pc || !topic || trouble.pc.out?.task !== input.task)
    return { cases: [], effects: [] };
  const before = { topic, trouble };
  const now = after(turn, before, trouble.pc, input.news);
  if (now.trouble === trouble) return { cases: [], effects: [] };
  return {
    cases: [now.trouble],
    effects: [
      { kind: 'edit', caseId: trouble.id },
      ...newsMessage(turn, before, now, input.news),
      ...counted(now.topic, input.news),
    ],
  };
}
