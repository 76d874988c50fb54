import { z } from 'zod';

const id = z.string().min(1).max(1_000);
const account = z.looseObject({
  id,
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  role: z.string().nullish(),
});

/**
 * The part of a Bot Framework activity this bot reads. Everything else is passed over, so a newer
 * Teams can add to it.
 */
export const IncomingActivity = z.looseObject({
  type: z.string('must be a text').min(1).max(100),
  id: id.optional(),
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  text: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  replyToId: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.looseObject({ type: z.string().nullish() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
  membersAdded: z.array(z.looseObject({ id })).nullish(),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string().nullish() }).nullish() })
    .nullish(),
});
export type IncomingActivity = z.infer<typeof IncomingActivity>;
