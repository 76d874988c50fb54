import type { Activity, TurnContext } from 'botbuilder';
import { AuthenticationError, type ClaimsIdentity } from 'botframework-connector';
import type { Log } from '../telemetry/log.ts';
import type { BotAdapter } from './bot-adapter.ts';
import type { Connector } from './connector.ts';
import { withDeadline } from './deadline.ts';
import { failedPressAnswer, failureActivity } from './failure-answer.ts';
import { IncomingActivity } from './incoming-activity.ts';
import { addressOf, isForBot } from './received.ts';
import { isTrustedServiceAddress } from './service-address.ts';

/** An HTTP answer: a status, and a JSON body for invokes and errors. */
interface Answer {
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

// Teams waits 10 seconds for the answer to a press, and 15 for that to a message before it sends it again.
const deadlineMs = 9_000;

function refuse(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** Answers POST /api/messages. Never throws, and never tells a caller what went wrong inside. */
export function createReceiveHttp({ adapter, isAuthenticated, run, connector, log }: Options) {
  /** Only for a caller whose token holds: it writes to Teams. */
  async function answerFailure(activity: IncomingActivity): Promise<Answer> {
    if (activity.type === 'invoke') return { status: 200, body: failedPressAnswer() };
    // Between other people the bot keeps quiet, all the more when it is in trouble.
    if (activity.type === 'message' && isForBot(activity)) {
      try {
        await connector.send(addressOf(activity), failureActivity());
        return { status: 200 };
      } catch (error) {
        log.error({ err: error }, 'failure could not be told');
      }
    }
    return refuse(500, 'TurnFailed', 'The activity could not be handled. Send it again.');
  }

  async function runTurn(identity: ClaimsIdentity, parsed: IncomingActivity): Promise<Answer> {
    try {
      const turn = adapter.handle(identity, parsed as unknown as Activity, run);
      const answer = await withDeadline(deadlineMs, turn);
      return answer ? { status: answer.status, body: answer.body } : { status: 200 };
    } catch (error) {
      log.error({ err: error, activity: parsed.id, type: parsed.type }, 'turn failed');
      return answerFailure(parsed);
    }
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
    const { serviceUrl } = parsed.data;
    if (!isTrustedServiceAddress(serviceUrl, isAuthenticated)) {
      log.warn({ serviceUrl }, 'service address refused');
      return refuse(403, 'ServiceAddress', 'serviceUrl is not an address this bot answers to.');
    }
    let identity: ClaimsIdentity;
    try {
      const verified = adapter.authenticate(authorization, parsed.data as unknown as Activity);
      identity = await withDeadline(deadlineMs, verified);
    } catch (error) {
      log.warn({ err: error }, 'token refused');
      return error instanceof AuthenticationError
        ? refuse(401, 'Unauthorized', 'The token does not hold.')
        : refuse(503, 'NotVerified', 'The token cannot be verified at the moment.');
    }
    return runTurn(identity, parsed.data);
  };
}
