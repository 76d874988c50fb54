import type { Action } from '../cards/action.ts';
import type { CardModel } from '../cards/card-model.ts';
import { checkMyPc as checkMyPcTopic } from '../knowledge/check-my-pc.ts';
import { caseAtHand } from './case-at-hand.ts';
import { checkMyPc } from './check-my-pc.ts';
import { chooseCard } from './choose.ts';
import type { Dialog } from './dialog.ts';
import { messageCard } from './message-card.ts';
import { casesCard } from './my-cases.ts';
import { offerCard, someoneElsesCaseCard } from './offer.ts';
import { closeOthersAbout } from './pc-check/close-others-about.ts';
import { forgetOldFindings } from './pc-check/forget-old-findings.ts';
import { stopRunsOfEnded } from './pc-check/stop-runs-of-ended.ts';
import { takeNews } from './pc-check/take-news.ts';
import { plainWords } from './plain-words.ts';
import { dialogs } from './registry.ts';
import { actOnCase } from './troubleshoot/act-on-case.ts';
import { caseCard } from './troubleshoot/case-card.ts';
import { openTopic } from './troubleshoot/open-topic.ts';
import { typedAnswer } from './troubleshoot/typed-answer.ts';
import type { Decision, Effect, Happening, Turn } from './turn.ts';
import { deadButtonCard, filesOnlyCard, goneCaseCard, unknownCard } from './unknown.ts';
import { welcome } from './welcome.ts';

// In the middle of a problem a text of so few words is taken for an answer, not for a new problem.
const shortText = 6;

// What a text about the PC may mean, unless it names a problem.
const overruled = new Set<Action['verb']>(['name-pc', 'no-check', 'stop-check', 'check-pc']);

const nothing: Decision = { cases: [], effects: [] };

function reply(card: CardModel, ...more: Effect[]): Decision {
  return { cases: [], effects: [{ kind: 'reply', card }, ...more] };
}

function count(name: Happening['name'], fields: Happening['fields'] = {}): Effect {
  return { kind: 'count', happening: { name, fields } };
}

/** Keeps what concerns one person out of a chat with others: it goes to their own chat instead. */
function runDialog(dialog: Dialog, turn: Turn): Decision {
  const decision = dialog.run(turn);
  if (!dialog.isPrivate || turn.place.kind === 'personal') return decision;
  const moved = decision.effects.map((effect): Effect => {
    if (effect.kind !== 'reply') return effect;
    return {
      kind: 'own-chat',
      card: effect.card,
      ...(effect.caseId ? { caseId: effect.caseId } : {}),
    };
  });
  const here = messageCard({
    heading: 'Sending this to your own chat',
    paragraphs: ['It is about your cases, so it is for you alone.'],
  });
  return { ...decision, effects: [{ kind: 'reply', card: here }, ...moved] };
}

function onAction(turn: Turn, action: Action): Decision {
  const dialog = dialogs.find(({ verbs }) => verbs.includes(action.verb));
  if (dialog) return runDialog(dialog, turn);
  if (action.verb === 'start') {
    // It has no steps to start with: it begins with looking for the PC.
    if (action.topic === checkMyPcTopic.id) return runDialog(checkMyPc, turn);
    const topic = turn.knowledge.topics.get(action.topic);
    return topic ? openTopic(turn, topic, '') : reply(deadButtonCard);
  }
  if (!('case' in action)) return reply(deadButtonCard);
  const trouble = turn.cases.find(({ id }) => id === action.case);
  const topic = turn.knowledge.topics.get(trouble?.topicId ?? turn.foreignTopic ?? '');
  if (trouble && topic) {
    const decision = actOnCase(turn, topic, trouble, action);
    if (action.verb !== 'close') return decision;
    // Closed from the list of cases: the list stays, one shorter.
    const cases = turn.cases.map((each) => decision.cases.find(({ id }) => id === each.id) ?? each);
    const [, ...others] = decision.effects;
    return { ...decision, effects: [{ kind: 'reply', card: casesCard(turn, cases) }, ...others] };
  }
  return reply(topic ? someoneElsesCaseCard(topic) : goneCaseCard);
}

/** A message that was not for the bot: only a sure match is answered, once in a thread. */
function onOverheard(turn: Turn, raw: string): Decision {
  const { decision, candidates } = turn.recognise(raw);
  const best = candidates[0];
  if ((decision !== 'article' && decision !== 'code') || !best || best.confidence < 0.8)
    return nothing;
  const topic = turn.knowledge.topics.get(best.id);
  if (!topic) return nothing;
  return {
    cases: [],
    effects: [{ kind: 'reply', card: offerCard(topic), oncePerThread: topic.id }],
  };
}

function onText(turn: Turn, input: Extract<Turn['input'], { kind: 'text' }>): Decision {
  if (!turn.place.mentioned) return onOverheard(turn, input.raw);
  const words = plainWords(input.text);
  if (words === '') return input.hasFiles ? reply(filesOnlyCard) : welcome.run(turn);
  const open = turn.cases.find(({ status }) => status === 'open');
  const openTopicOf = open && turn.knowledge.topics.get(open.topicId);
  const isPersonal = turn.place.kind === 'personal';
  if (open && openTopicOf && isPersonal) {
    const action = typedAnswer(openTopicOf, open, input.text);
    // “No, it says ERR1000 now” is a problem, and so is a code where the name of a PC is asked for.
    const isProblem =
      action && overruled.has(action.verb) && turn.recognise(input.raw).decision !== 'none';
    if (action && !isProblem) return actOnCase(turn, openTopicOf, open, action);
  }
  const dialog = dialogs.find((each) => each.words.includes(words));
  if (dialog) return runDialog(dialog, turn);

  const { decision, candidates } = turn.recognise(input.raw);
  const best = candidates[0] && turn.knowledge.topics.get(candidates[0].id);
  if (decision === 'choose') return reply(chooseCard(turn, candidates), count('asked-to-choose'));
  if (decision !== 'none' && best) {
    return isPersonal ? openTopic(turn, best, input.said) : reply(offerCard(best));
  }
  const wish = dialogs.find(({ pattern }) => pattern?.test(words));
  if (wish) return runDialog(wish, turn);
  const atHand = caseAtHand(turn);
  if (atHand?.trouble.status === 'open' && words.split(' ').length <= shortText) {
    const { trouble, topic } = atHand;
    const note =
      trouble.pc?.stage === 'naming'
        ? 'That does not look like the name of a PC. Type it as it stands on the sticker.'
        : 'I did not understand that. Press an answer below, or type its words.';
    return {
      cases: [],
      effects: [
        { kind: 'reply', card: caseCard(topic, trouble, note), caseId: trouble.id },
        count('not-recognised'),
      ],
    };
  }
  return reply(unknownCard(open, isPersonal), count('not-recognised'));
}

function decide(turn: Turn): Decision {
  switch (turn.input.kind) {
    case 'arrived':
      return welcome.run(turn);
    case 'unknown-action':
      return reply(deadButtonCard);
    case 'action':
      return onAction(turn, turn.input.action);
    case 'text':
      return onText(turn, turn.input);
    case 'fleet':
      return takeNews(turn, turn.input);
  }
}

/** Takes what a person did, or what came of something slow, to the dialog it is for. */
export function route(turn: Turn): Decision {
  return stopRunsOfEnded(closeOthersAbout(turn, forgetOldFindings(turn, decide)));
}
