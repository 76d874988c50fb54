import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type InvokeResponse, type Storage, type TurnContext } from 'botbuilder';
import type { CardModel } from '../cards/card-model.ts';
import { renderCard } from '../cards/render-card.ts';
import type { BotAdapter } from './bot-adapter.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { type Received, received } from './received.ts';

// The library keeps a state object for every chat and person it ever saw, last writer wins. Our cases
// live in the database, so there is nothing for it to keep.
const noStorage: Storage = {
  read: async () => ({}),
  write: async () => {},
  delete: async () => {},
};

function invokeAnswer(card: CardModel | undefined): InvokeResponse {
  return card
    ? {
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: renderCard(card),
        },
      }
    : {
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: 'Done',
        },
      };
}

interface Options {
  adapter: BotAdapter;
  reading: Parameters<typeof received>[1];
  handle: (event: Received) => Promise<CardModel | undefined>;
}

/** The bot as Teams AI sees it: every activity is read, handed on, and answered. */
export function createTeamsApplication({
  adapter,
  reading,
  handle,
}: Options): (context: TurnContext) => Promise<void> {
  const application = new Application({
    adapter,
    storage: noStorage,
    // One timer is shared by all chats and would type in the wrong one.
    startTypingTimer: false,
    // A mention is taken out together with the rest of the markup.
    removeRecipientMention: false,
  });

  const take = async (context: TurnContext): Promise<CardModel | undefined> => {
    // Its shape was checked at the door. Read at once: the context is revoked when the turn is over.
    const event = received(context.activity as unknown as IncomingActivity, reading);
    return event ? handle(event) : undefined;
  };

  application.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke,
    async (context) => {
      const isPress = context.activity.name === 'adaptiveCard/action';
      const value: InvokeResponse = isPress ? invokeAnswer(await take(context)) : { status: 501 };
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
    },
    true,
  );
  application.addRoute(
    async () => true,
    async (context) => {
      await take(context);
    },
  );
  return async (context) => {
    await application.run(context);
  };
}
