import type { Button, MessageCard } from '../cards/card-model.ts';
import type { Case } from './case.ts';
import { casesButton, deskButton, messageCard, topicsButton } from './message-card.ts';

/** Says so when a message fits nothing, and always has a next step. What is private stays out of a shared chat. */
export function unknownCard(openCase: Case | undefined, isPersonal: boolean): MessageCard {
  const goOn: Button | undefined =
    openCase && isPersonal
      ? {
          title: 'Go on with the problem I was on',
          action: { verb: 'continue', case: openCase.id },
          primary: true,
        }
      : undefined;
  return messageCard({
    heading: 'I do not know this problem',
    paragraphs: [
      'I help with NHS Credential Management and smartcard log in. Type the code or the words on the screen, exactly as you see them.',
      'Leave out anything about patients.',
    ],
    buttons: goOn ? [goOn, topicsButton] : [{ ...topicsButton, primary: true }],
    footer: isPersonal ? [deskButton, casesButton] : [deskButton],
  });
}

/** Pictures cannot be read here, so the words have to come from the person. */
export const filesOnlyCard: MessageCard = messageCard({
  heading: 'I cannot read pictures or files',
  paragraphs: ['Type the code or the words on the screen. Leave out anything about patients.'],
  buttons: [{ ...topicsButton, primary: true }],
  footer: [deskButton, casesButton],
});

/** A button from an older version of the bot, or a payload that is not ours. */
export const deadButtonCard: MessageCard = messageCard({
  heading: 'This button no longer works',
  paragraphs: [
    'The card is from an older version of me. Type the code or what you see, or open your cases.',
  ],
  buttons: [{ ...casesButton, primary: true }, topicsButton],
  footer: [deskButton],
});

/** A card whose case is gone. */
export const goneCaseCard: MessageCard = messageCard({
  heading: 'I no longer have this case',
  paragraphs: ['Tell me what you see, and we start again.'],
  buttons: [{ ...topicsButton, primary: true }],
  footer: [deskButton, casesButton],
});
