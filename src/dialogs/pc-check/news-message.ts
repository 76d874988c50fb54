import type { Button, MessageCard } from '../../cards/card-model.ts';
import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import { mostLikely } from '../../knowledge/most-likely.ts';
import { deskButton, messageCard } from '../message-card.ts';
import type { FleetNews, PcCheck } from '../pc-check.ts';
import type { Effect, Turn } from '../turn.ts';
import { headline } from './headline.ts';
import type { Troubled } from './name-the-trouble.ts';
import { pcName } from './pc-name.ts';
import { likeliestFault, verdictsOf } from './verdicts.ts';
import { whyNot } from './why-not.ts';

// After so long people look at something else, and an edited card makes no sound.
const oldCardMs = 45_000;

const goOn = (caseId: string, title = 'Go on'): Button => ({
  title,
  action: { verb: 'continue', case: caseId },
  primary: true,
});

/** For somebody whose case waited for the PC: its card has moved on by itself. */
function nextStepCard({ topic, trouble }: Troubled): MessageCard {
  const { heading, text } = headline(topic, trouble);
  return messageCard({
    heading,
    paragraphs: [text, 'Your next step is ready.'],
    buttons: [goOn(trouble.id)],
    footer: [deskButton],
  });
}

/** For somebody who went on without the PC: their card stays, and this has the way to the fix. */
function lateCard({ topic, trouble }: Troubled): MessageCard {
  const { heading, text } = headline(topic, trouble);
  const isAlone = topic.id === checkMyPc.id;
  if (trouble.status !== 'open' && !isAlone) {
    return messageCard({
      heading,
      paragraphs: [text, 'I have added it to the summary for the service desk.'],
      buttons: [goOn(trouble.id, 'Show the summary')],
      footer: [deskButton],
    });
  }
  const likely = isAlone ? mostLikely(verdictsOf(trouble)) : likeliestFault(topic, trouble);
  const title =
    likely && 'certain' in likely && !likely.certain ? 'Go on' : 'Show me how to fix it';
  return messageCard({
    heading,
    paragraphs: [text],
    buttons: [
      likely
        ? { title, action: { verb: 'go-to-fix', case: trouble.id }, primary: true }
        : goOn(trouble.id),
    ],
    footer: [deskButton],
  });
}

/** A message beside the card, for a person who has looked away or gone on. */
export function newsMessage(
  turn: Turn,
  before: Troubled,
  now: Troubled,
  news: FleetNews,
): Effect[] {
  const { pc } = before.trouble;
  if ((news.kind !== 'found' && news.kind !== 'failed') || !pc?.out) return [];
  const wentOn = pc.stage === 'settled' || before.trouble.status !== 'open';
  const isOld = Date.parse(turn.now) - Date.parse(pc.out.since) > oldCardMs;
  if (news.kind === 'found') {
    if (wentOn) return [{ kind: 'own-chat', card: lateCard(now) }];
    return isOld ? [{ kind: 'own-chat', card: nextStepCard(now) }] : [];
  }
  // Somebody who went on was promised news of the PC, and this is none.
  return wentOn || !isOld ? [] : [{ kind: 'own-chat', card: failedCard(pc, now, news.why) }];
}

function failedCard(
  pc: PcCheck,
  { trouble }: Troubled,
  why: Extract<FleetNews, { kind: 'failed' }>['why'],
): MessageCard {
  return messageCard({
    heading: `I could not check ${pcName(pc)}`,
    paragraphs: [whyNot(why, pc)],
    buttons: [goOn(trouble.id)],
    footer: [deskButton],
  });
}
