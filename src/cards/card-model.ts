import type { Action } from './action.ts';

/** A button. At most one on a card is primary. */
export interface Button {
  title: string;
  action: Action;
  primary?: boolean;
}

/** Label and value on one row. Values are shown as they are, never as markup. */
export interface Fact {
  label: string;
  value: string;
}

/** Numbered things to do, with the exact values they need. */
export interface Section {
  /** When this section applies, such as `If the installer stops`. */
  condition?: string;
  title?: string;
  steps: readonly string[];
  details: readonly Fact[];
  note?: string;
}

/** Where what the card says was read. */
export interface SourceLine {
  title: string;
  address: string;
  /** Such as `19 June 2025`, or undefined when the page shows no date. */
  date?: string;
}

/** One thing that was looked at on a PC. Values are shown as they are, never as markup. */
export interface FoundRow {
  what: string;
  /** In words, not by colour alone. */
  state: string;
  found: string;
  expected: string;
}

/** What a look at the PC brought. */
export interface FoundPanel {
  heading: string;
  text: string;
  rows: readonly FoundRow[];
  /** What is as it is meant to be: hidden until asked for. */
  fine: readonly FoundRow[];
  footnote: string;
}

interface Base {
  /** One line for the notification and for clients that cannot show cards. */
  toast: string;
}

/** The living card of a case: where the person is and what comes next. */
export interface StepCard extends Base {
  card: 'step';
  /** What the case is about. */
  topic: string;
  reference: string;
  /** Said once, above the first step. */
  intro?: string;
  found?: FoundPanel;
  heading: string;
  hint?: string;
  sections: readonly Section[];
  /** What IT has to do, hidden until asked for: the person reading is not the one to do it. */
  handOver: readonly Section[];
  answers: readonly Button[];
  footer: readonly Button[];
  /** Whose steps these are, and how to change that. */
  audience?: string;
  why?: string;
  sources: readonly SourceLine[];
}

/** The end of a case, with what happened in a form that can be handed on. */
export interface OutcomeCard extends Base {
  card: 'outcome';
  mood: 'good' | 'attention';
  topic: string;
  reference: string;
  heading: string;
  text: string;
  found?: FoundPanel;
  /** The summary to hand on. Values may hold what a person typed. */
  facts: readonly Fact[];
  answers: readonly Button[];
  footer: readonly Button[];
  sources: readonly SourceLine[];
}

/** Things to pick from: topics, candidates, cases. */
export interface ListCard extends Base {
  card: 'list';
  heading: string;
  text: string;
  items: readonly { title: string; text: string; buttons: readonly Button[] }[];
  footer: readonly Button[];
}

/** Something said, with what can be done next. */
export interface MessageCard extends Base {
  card: 'message';
  heading: string;
  paragraphs: readonly string[];
  bullets: readonly string[];
  buttons: readonly Button[];
  footer: readonly Button[];
}

export type CardModel = StepCard | OutcomeCard | ListCard | MessageCard;
