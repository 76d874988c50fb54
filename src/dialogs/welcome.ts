import type { MessageCard } from '../cards/card-model.ts';
import type { Dialog } from './dialog.ts';
import {
  casesButton,
  checkPcButton,
  deskButton,
  messageCard,
  topicsButton,
} from './message-card.ts';
import type { Turn } from './turn.ts';

const inOwnChat = (canCheck: boolean): MessageCard =>
  messageCard({
    toast: 'I help when your smartcard log in fails',
    heading: 'I help when your smartcard log in fails',
    paragraphs: [
      'Tell me what you see. I take you through the fix one step at a time, and I remember where you were.',
      'Leave out anything about patients. You can type:',
    ],
    bullets: [
      'an error code, such as **400_645**',
      'the words on the screen, such as **.NET Framework 4.8 Missing**',
      'what happens, such as **a Windows box keeps asking for my password**',
      ...(canCheck ? ['**check my PC**, and I look at the PC itself'] : []),
      '**help**, **my cases** or **start again** at any time',
    ],
    buttons: [{ ...topicsButton, primary: true }, ...(canCheck ? [checkPcButton] : [])],
    footer: [deskButton, casesButton],
  });

const inSharedChat: MessageCard = messageCard({
  toast: 'I help when a smartcard log in fails',
  heading: 'I help when a smartcard log in fails',
  paragraphs: [
    'Mention me with the error code or the words on the screen. I carry on in a chat with you alone.',
    'If your team lets me read this chat, I answer without a mention when I am sure. I keep nothing of messages that are not for me.',
  ],
  buttons: [{ ...topicsButton, primary: true }],
  footer: [deskButton],
});

function cardFor({ place, fleet }: Turn): MessageCard {
  return place.kind === 'personal' ? inOwnChat(fleet !== undefined) : inSharedChat;
}

/** Says what the bot is for: once when it arrives in a chat, and whenever somebody says hello. */
export const welcome: Dialog = {
  verbs: [],
  words: [
    'hi',
    'hello',
    'hey',
    'hiya',
    'hello there',
    'hi there',
    'good morning',
    'good afternoon',
    'good evening',
    'morning',
    'start',
  ],
  run: (turn) => ({
    cases: [],
    effects: [
      {
        kind: 'reply',
        card: cardFor(turn),
        // Teams announces an install in two activities; only the first is answered.
        ...(turn.input.kind === 'arrived' ? { oncePerThread: 'welcome' } : {}),
      },
    ],
  }),
};
