import { TeamsAdapter } from '@microsoft/teams-ai';
import { type Activity, INVOKE_RESPONSE_KEY, type InvokeResponse, TurnContext } from 'botbuilder';
import type { BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';

/** How the bot is registered. Undefined: nobody is authenticated. */
export interface BotRegistration {
  id: string;
  type: 'SingleTenant' | 'UserAssignedMSI';
  tenantId: string;
  password: string | undefined;
}

/**
 * The Bot Framework adapter without its HTTP handling: that one sends the text of every error to the
 * caller and whole errors to the console.
 */
export class BotAdapter extends TeamsAdapter {
  constructor(bot: BotRegistration | undefined) {
    super(
      bot
        ? {
            MicrosoftAppId: bot.id,
            MicrosoftAppType: bot.type,
            MicrosoftAppTenantId: bot.tenantId,
            ...(bot.password === undefined ? {} : { MicrosoftAppPassword: bot.password }),
          }
        : {},
    );
  }

  /** For writing to Teams outside a turn. */
  get authentication(): BotFrameworkAuthentication {
    return this.botFrameworkAuthentication;
  }

  /**
   * Verifies the token of an activity.
   *
   * @throws AuthenticationError when the token does not hold; other errors when it cannot be verified
   */
  async authenticate(authorization: string, activity: Activity): Promise<ClaimsIdentity> {
    const { claimsIdentity } = await this.botFrameworkAuthentication.authenticateRequest(
      activity,
      authorization,
    );
    return claimsIdentity;
  }

  /**
   * Runs the turn of an activity whose token holds. The context is given no client to write to Teams
   * with: all writing goes through the connector of this bot, with its own rules for retries.
   *
   * @returns what an invoke is answered with
   */
  async handle(
    identity: ClaimsIdentity,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity);
    context.turnState.set(this.BotIdentityKey, identity);
    await this.runMiddleware(context, logic);
    return context.turnState.get<Activity>(INVOKE_RESPONSE_KEY)?.value;
  }
}
