import { z } from 'zod';

const caseId = z.string().regex(/^[\w-]{1,40}$/);
const step = z.number().int().nonnegative();
const topic = z.string().regex(/^[\w-]{1,80}$/);

/**
 * Every button a card can carry. Nothing in it is trusted: the server's case decides whether the
 * press still means anything.
 */
export const Action = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('start'), topic }),
  z.object({ verb: z.literal('role'), case: caseId, step, role: z.enum(['staff', 'it']) }),
  z.object({
    verb: z.literal('answer'),
    case: caseId,
    step,
    answer: z.number().int().min(0).max(9),
  }),
  z.object({ verb: z.literal('done'), case: caseId, step }),
  z.object({ verb: z.literal('back'), case: caseId, step }),
  z.object({ verb: z.literal('desk'), case: caseId, step }),
  z.object({ verb: z.literal('reopen'), case: caseId, step }),
  z.object({ verb: z.literal('works'), case: caseId, step }),
  z.object({ verb: z.literal('close'), case: caseId, step }),
  z.object({ verb: z.literal('copy'), case: caseId }),
  z.object({ verb: z.literal('continue'), case: caseId }),
  z.object({ verb: z.literal('cases') }),
  z.object({ verb: z.literal('topics') }),
  z.object({ verb: z.literal('help') }),
  z.object({ verb: z.literal('desk-help') }),
]);
export type Action = z.infer<typeof Action>;
