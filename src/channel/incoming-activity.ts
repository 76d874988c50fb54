import { z } from 'zod';

/** PostgreSQL keeps neither the null character nor half a surrogate pair. */
const keepable = (text: string) => !text.includes('\u0000') && text.isWellFormed();

const id = z
  .string('must be a text')
  .min(1)
  .max(1_000)
  .refine(keepable, 'must be well-formed Unicode without a null character');
const name = z
  .string()
  .transform((text) => text.replaceAll('\u0000', '').toWellFormed().slice(0, 200))
  .nullish();
const account = z.looseObject({
  id,
  name,
  aadObjectId: id.nullish(),
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
    isGroup: z.boolean().nullish(),
    tenantId: id.nullish(),
  }),
  text: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  replyToId: id.nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.looseObject({ type: z.string().nullish() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
  membersAdded: z.array(z.looseObject({ id })).nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: id.nullish() }).nullish() }).nullish(),
});
export type IncomingActivity = z.infer<typeof IncomingActivity>;
