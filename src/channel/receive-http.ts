import type { Activity, TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Log } from '../telemetry/log.ts';
import type { BotAdapter } from './bot-adapter.ts';
import type { Connector } from './connector.ts';
import { failedPressAnswer, failureActivity } from './failure-answer.ts';
import { IncomingActivity } from './incoming-activity.ts';
import { addressOf } from './received.ts';
import { isTrustedServiceAddress } from './service-address.ts';

/** An HTTP answer: a status, and a JSON body for invokes and errors. */
export interface Answer {
  status: number;
  body?: unknown;
}

interface Options {
  adapter: BotAdapter;
  isAuthenticated: boolean;
  run: (context: TurnContext) => Promise<void>;
  connector: Connector;
  log: Log;
}

function refuse(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** Answers POST /api/messages. Never throws, and never tells a caller what went wrong inside. */
export function createReceiveHttp({ adapter, isAuthenticated, run, connector, log }: Options) {
  async function answerFailure(activity: IncomingActivity): Promise<Answer> {
    if (activity.type === 'invoke') return { status: 200, body: failedPressAnswer() };
    if (activity.type === 'message') {
      try {
        await connector.send(addressOf(activity), failureActivity());
        return { status: 200 };
      } catch (error) {
        log.error({ err: error }, 'failure could not be told');
      }
    }
    return refuse(500, 'TurnFailed', 'The activity could not be handled. Send it again.');
  }

  return async function receiveHttp(authorization: string, body: unknown): Promise<Answer> {
    const parsed = IncomingActivity.safeParse(body);
    if (!parsed.success) {
      const places = parsed.error.issues.map(
        ({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
      );
      return refuse(
        400,
        'BadActivity',
        `This is not a Bot Framework activity. ${places.join('; ')}`,
      );
    }
    const activity = parsed.data as unknown as Activity;
    if (!isTrustedServiceAddress(activity.serviceUrl, isAuthenticated)) {
      log.warn({ serviceUrl: activity.serviceUrl }, 'service address refused');
      return refuse(403, 'ServiceAddress', 'serviceUrl is not an address this bot answers to.');
    }
    try {
      const answer = await adapter.handle(authorization, activity, run);
      return answer ? { status: answer.status, body: answer.body } : { status: 200 };
    } catch (error) {
      if (error instanceof AuthenticationError) {
        log.warn({ err: error }, 'token refused');
        return refuse(401, 'Unauthorized', 'The token does not hold.');
      }
      log.error({ err: error, activity: activity.id, type: activity.type }, 'turn failed');
      return answerFailure(parsed.data);
    }
  };
}
