import { z } from 'zod';

const caseId = z.string().regex(/^[\w-]{1,40}$/);
const step = z.number().int().nonnegative();
/** A Windows computer name, or the DNS name it is also known by. */
const pcName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/);
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
  z.object({ verb: z.literal('check-pc'), case: caseId, step }),
  z.object({ verb: z.literal('pick-pc'), case: caseId, step, pc: z.string().min(1).max(200) }),
  z.object({ verb: z.literal('name-pc'), case: caseId, step, name: pcName }),
  z.object({ verb: z.literal('check-again'), case: caseId, step }),
  z.object({ verb: z.literal('no-check'), case: caseId, step }),
  z.object({ verb: z.literal('stop-check'), case: caseId, step }),
  z.object({ verb: z.literal('go-to-fix'), case: caseId }),
  z.object({ verb: z.literal('copy'), case: caseId }),
  z.object({ verb: z.literal('continue'), case: caseId }),
  z.object({ verb: z.literal('cases') }),
  z.object({ verb: z.literal('topics') }),
  z.object({ verb: z.literal('check-my-pc') }),
  z.object({ verb: z.literal('help') }),
  z.object({ verb: z.literal('desk-help') }),
]);
export type Action = z.infer<typeof Action>;
