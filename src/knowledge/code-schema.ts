import { z } from 'zod';
import { Day, Desk, Id, Source } from './article-schema.ts';

/** A code or message that has no flow of its own: what it means, who can fix it, what to try. */
export const CodeEntry = z.strictObject({
  id: Id,
  title: z.string().min(1).max(80),
  /** Official spellings. A trailing `*` stands for three digits: `400_*`. */
  codes: z.array(z.string().min(1)).default([]),
  /** The message as the screen shows it, for messages without a code. */
  messages: z.array(z.string().min(1)).default([]),
  meaning: z.string().min(1),
  /** What each of them can do, in order. At least one of the two. */
  steps: z.strictObject({
    anyone: z.array(z.string().min(1)).max(6).default([]),
    it: z.array(z.string().min(1)).max(6).default([]),
  }),
  desk: Desk,
  /** The article that goes further into the same trouble, when there is one. */
  article: Id.optional(),
  sources: z.array(Source).min(1),
  inferences: z.array(z.string().min(1)).default([]),
  reviewBy: Day,
});
export type CodeEntry = z.infer<typeof CodeEntry>;
