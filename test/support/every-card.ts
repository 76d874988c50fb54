import type { CardModel } from '../../src/cards/card-model.ts';
import { pathsOf } from '../../src/knowledge/flow-graph.ts';
import { pcCards } from '../cards/pc-cards.ts';
import { type Chat, createChat } from './chat.ts';
import { knowledge } from './knowledge.ts';

/** Goes on from the step shown as a path of the flow says. */
export function followStep(
  chat: Chat,
  caseId: string,
  step: { answerIndex: number } | { done: true },
) {
  const current = chat.cases().find(({ id }) => id === caseId);
  const at = { case: caseId, step: current?.step ?? -1 };
  if ('answerIndex' in step) chat.press({ verb: 'answer', answer: step.answerIndex, ...at });
  else chat.press({ verb: 'done', ...at });
}

/** Every card the bot can show, named after the state it shows: all topics, roles, steps and dialogs. */
export function everyCard(): { name: string; card: CardModel }[] {
  const cards = new Map<string, CardModel>();
  for (const topic of knowledge.topics.values()) {
    for (const role of ['staff', 'it'] as const) {
      for (const path of pathsOf(topic.flow, role)) {
        const chat = createChat();
        chat.press({ verb: 'start', topic: topic.id });
        cards.set(`${topic.id} role`, chat.card());
        chat.press({ verb: 'role', role, case: 'SC-1', step: 1 });
        for (const step of path.steps) {
          cards.set(`${topic.id} ${role} ${step.nodeId}`, chat.card());
          followStep(chat, 'SC-1', step);
        }
        cards.set(`${topic.id} ${role} ${path.outcome}`, chat.card());
      }
    }
  }
  const show = (name: string, act: (chat: Chat) => void, chat = createChat()) => {
    act(chat);
    cards.set(name, chat.card());
  };
  const shared = () => createChat({ kind: 'channel', mentioned: true });
  show('welcome', (chat) => chat.say('hi'));
  show('welcome in a channel', (chat) => chat.take({ kind: 'arrived' }), shared());
  show('help', (chat) => chat.say('help'));
  show('topics', (chat) => chat.say('topics'));
  show('no cases', (chat) => chat.say('my cases'));
  show('desk', (chat) => chat.say('service desk'));
  show('thanks', (chat) => chat.say('thanks'));
  show('unknown', (chat) => chat.say('the printer is out of paper'));
  show('choose', (chat) => chat.say('Error 1000 when I log in'));
  show('start again', (chat) => chat.say('start again'));
  show('role set', (chat) => chat.say('I am IT'));
  show('gone', (chat) => chat.press({ verb: 'continue', case: 'SC-0' }));
  show('dead button', (chat) => chat.take({ kind: 'unknown-action' }));
  show('somebody else', (chat) =>
    chat.take({ kind: 'action', action: { verb: 'continue', case: 'SC-0' } }, 'ntlm-prompt'),
  );
  show('offer', (chat) => chat.say('400_645'), shared());
  show('sent to own chat', (chat) => chat.press({ verb: 'start', topic: 'ntlm-prompt' }), shared());
  show('private in a channel', (chat) => chat.say('my cases'), shared());
  show('files only', (chat) =>
    chat.take({ kind: 'text', text: '', raw: '', said: '', hasFiles: true }),
  );
  show('my cases', (chat) => {
    for (const { id } of knowledge.articles) chat.press({ verb: 'start', topic: id });
    chat.say('my cases');
  });
  show('help asked for', (chat) => {
    chat.say('400_645');
    chat.press({ verb: 'desk', case: 'SC-1', step: 1 });
  });
  return [...[...cards].map(([name, card]) => ({ name, card })), ...pcCards()];
}
