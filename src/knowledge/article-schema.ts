import { z } from 'zod';

/** Kebab-case name of an article, a code entry, a flow node or a check. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower case words joined by -');

/** Who a person has to be to do something. `it` means local IT with admin rights on the PC. */
export const Who = z.enum(['anyone', 'it']);
export type Who = z.infer<typeof Who>;

/** Where a case goes when the flow cannot end it. National help is only ever named to IT staff. */
export const Desk = z.enum([
  'local-it',
  'registration-authority',
  'supplier',
  'national-service-desk',
]);
export type Desk = z.infer<typeof Desk>;

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** A page a fact was read on, and which facts. `lastEdited` is `unknown` when the page shows no date. */
export const Source = z.strictObject({
  address: z.string(),
  title: z.string().min(1),
  lastEdited: z.union([Day, z.literal('unknown')]),
  facts: z.string().min(1),
});
export type Source = z.infer<typeof Source>;

/** One answer a person can press. Teams cuts long button text, so labels are short. */
const Answer = z.strictObject({ label: z.string().min(1).max(45), next: Id });
export type Answer = z.infer<typeof Answer>;

const Answers = z.array(Answer).min(2).max(4);

/** Asks something a person can see for themselves. `hint` says how to find out. */
export const Question = z.strictObject({
  kind: z.literal('question'),
  who: Who.default('anyone'),
  ask: z.string().min(1),
  hint: z.string().optional(),
  answers: Answers,
});
export type Question = z.infer<typeof Question>;

/** An exact value to type or look for, shown as label and value: a registry path, a service name. */
const Detail = z.strictObject({ label: z.string().min(1), value: z.string().min(1) });
export type Detail = z.infer<typeof Detail>;

/** Something to do, as numbered steps. Steps for `it` need admin rights and are never given to staff to do. */
export const Instruction = z.strictObject({
  kind: z.literal('instruction'),
  who: Who,
  title: z.string().min(1),
  steps: z.array(z.string().min(1)).min(1).max(6),
  details: z.array(Detail).default([]),
  note: z.string().optional(),
  /** Checks whose answer this may change: what was found before no longer holds. */
  changes: z.array(Id).default([]),
  next: Id,
});
export type Instruction = z.infer<typeof Instruction>;

/** A fact about the PC a fleet agent can judge; a person is asked when it cannot be checked. */
export const Check = z.strictObject({
  kind: z.literal('check'),
  who: Who.default('anyone'),
  check: Id,
  healthy: Id,
  unhealthy: Id,
  ask: z.string().min(1),
  hint: z.string().optional(),
  answers: Answers,
});
export type Check = z.infer<typeof Check>;

/** The end of a flow. `desk` is who to go to when it is not fixed, or comes back. */
export const Outcome = z.strictObject({
  kind: z.literal('outcome'),
  result: z.enum(['fixed', 'escalate']),
  title: z.string().min(1),
  text: z.string().min(1),
  desk: Desk.optional(),
  /** Id of the article or code entry that the trouble turned out to be. */
  topic: Id.optional(),
});
export type Outcome = z.infer<typeof Outcome>;

export const FlowNode = z.discriminatedUnion('kind', [Question, Instruction, Check, Outcome]);
export type FlowNode = z.infer<typeof FlowNode>;

/** The steps of an article: a graph of nodes, entered at `start`, left at an outcome. */
export const Flow = z.strictObject({ start: Id, nodes: z.record(Id, FlowNode) });
export type Flow = z.infer<typeof Flow>;

/** Who can put what right, as shown to the person before the first step. */
const Fixer = z.strictObject({
  who: z.enum([
    'anyone',
    'local-it',
    'registration-authority',
    'supplier',
    'national-service-desk',
  ]),
  can: z.string().min(1),
});

/** What a fleet agent can look at for an article, and what follows from it. */
const ArticleChecks = z.strictObject({
  /** The node before which the bot offers to look at the PC itself. */
  offerAt: Id,
  /** The likeliest cause first. `fix` is the node where putting it right begins. */
  causes: z.array(z.strictObject({ check: Id, fix: Id })).min(1),
});
export type ArticleChecks = z.infer<typeof ArticleChecks>;

/** One thing we know: how people meet it, why it happens, and the flow that fixes it. */
export const Article = z.strictObject({
  id: Id,
  title: z.string().min(1).max(80),
  /** Codes this article answers, in their official spelling, such as `400_645`. */
  codes: z.array(z.string().min(1)).default([]),
  /** Phrases people use for it, in their words; the recogniser matches on these. */
  symptoms: z.array(z.string().min(1)).min(1),
  summary: z.string().min(1),
  causes: z.array(z.string().min(1)).min(1),
  fixers: z.array(Fixer).min(1),
  why: z.string().min(1),
  sources: z.array(Source).min(1),
  /** What we concluded ourselves: it may shape questions, and is never shown as NHS guidance. */
  inferences: z.array(z.string().min(1)).default([]),
  /** The day by which somebody must have read the sources again. */
  reviewBy: Day,
  checks: ArticleChecks.optional(),
  flow: Flow,
});
export type Article = z.infer<typeof Article>;
