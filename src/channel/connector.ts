import type { Activity, ConversationParameters } from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import { z } from 'zod';
import type { Address, Person } from '../dialogs/person.ts';
import { withDeadline } from './deadline.ts';
import { sendFailure } from './send-failure.ts';

/** Writes to Teams. Every call is one HTTP request, never repeated by itself. */
export interface Connector {
  /** @returns the id of the new message */
  send: (address: Address, activity: Partial<Activity>) => Promise<string>;
  update: (address: Address, activityId: string, activity: Partial<Activity>) => Promise<void>;
  /** Opens the chat of one person with the bot. */
  openOwnChat: (person: Person, from: Address) => Promise<Address>;
  /** The name a person signs in with, such as `ada.nurse@trust.example`. Undefined when Teams does not tell. */
  upnOf: (person: Person, address: Address) => Promise<string | undefined>;
}

/** Teams names a member’s sign-in beside what the Bot Framework knows of it. */
const Member = z.looseObject({ userPrincipalName: z.string().trim().min(3).max(320) });

const timeoutMs = 8_000;

/** The HTTP client inside, which the types do not show. */
interface WithPipeline {
  client: { pipeline: { removePolicy: (named: { name: string }) => void } };
}

/**
 * The client sends a POST up to four times when Teams answers 500, 503 or resets the connection. A
 * message has no idempotency key, so people would see it four times.
 */
function tame(client: ConnectorClient): ConnectorClient {
  (client as unknown as WithPipeline).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}

/**
 * @param botId app id of the bot, empty when it runs without authentication
 */
export function createConnector(
  authentication: BotFrameworkAuthentication,
  botId: string,
): Connector {
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: botId },
    { type: AuthenticationConstants.AppIdClaim, value: botId },
  ]);
  const factory = authentication.createConnectorFactory(identity);
  // One client for each service address: its credentials keep their token. Teams has a handful of addresses.
  const clients = new Map<string, Promise<ConnectorClient>>();

  function clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const kept = clients.get(serviceUrl);
    if (kept) return kept;
    const created = factory.create(serviceUrl).then(tame);
    clients.set(serviceUrl, created);
    created.catch(() => clients.delete(serviceUrl));
    return created;
  }

  const from = ({ botId: id }: Address) => ({ id, name: '' });

  /** The client waits without end, for a token, for headers and for the rest of an answer. */
  const call = <Result>(address: Address, act: (client: ConnectorClient) => Promise<Result>) =>
    withDeadline(timeoutMs, clientFor(address.serviceUrl).then(act));

  return {
    async send(address, activity) {
      const { conversationId } = address;
      const whole = { ...activity, from: from(address), conversation: { id: conversationId } };
      const { id } = await call(address, ({ conversations }) =>
        conversations.sendToConversation(conversationId, whole as Activity),
      );
      return id;
    },
    async update(address, activityId, activity) {
      const { conversationId } = address;
      const whole = {
        ...activity,
        id: activityId,
        from: from(address),
        conversation: { id: conversationId },
      };
      await call(address, ({ conversations }) =>
        conversations.updateActivity(conversationId, activityId, whole as Activity),
      );
    },
    async openOwnChat({ tenantId, teamsId, name }, address) {
      const { id } = await call(address, ({ conversations }) =>
        conversations.createConversation({
          isGroup: false,
          bot: from(address),
          members: [{ id: teamsId, name }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        } as ConversationParameters),
      );
      return { ...address, conversationId: id, kind: 'personal' };
    },
    async upnOf({ teamsId }, address) {
      try {
        const member: unknown = await call(address, ({ conversations }) =>
          conversations.getConversationMember(address.conversationId, teamsId),
        );
        return Member.safeParse(member).data?.userPrincipalName;
      } catch (error) {
        // Not in this chat any more, or not for bots to know: asking again does not help.
        const failure = sendFailure(error, Date.now());
        if (failure.kind === 'refused') return undefined;
        throw error;
      }
    },
  };
}
