import { bothEndings } from './both-endings.ts';
import { checkAnswers } from './check-answers.ts';
import { entrySteps } from './entry-steps.ts';
import { fullStops } from './full-stops.ts';
import { itAnswersReadOn } from './it-answers-read-on.ts';
import { itStretchExit } from './it-stretch-exit.ts';
import { knownArticles } from './known-articles.ts';
import { knownTargets } from './known-targets.ts';
import { nationalDesk } from './national-desk.ts';
import { outcomeDesk } from './outcome-desk.ts';
import { outcomeTopics } from './outcome-topics.ts';
import { pathsEnd } from './paths-end.ts';
import { plainMarkup } from './plain-markup.ts';
import { plainWords } from './plain-words.ts';
import { reachableNodes } from './reachable-nodes.ts';
import { reviewDates } from './review-dates.ts';
import type { Rule } from './rule.ts';
import { shortSentences } from './short-sentences.ts';
import { sourceAddresses } from './source-addresses.ts';
import { staffSteps } from './staff-steps.ts';
import { uniqueCodes } from './unique-codes.ts';
import { uniqueIds } from './unique-ids.ts';

/** Every rule of the knowledge files. A new rule is a new file and one line here. */
export const allRules: readonly Rule[] = [
  uniqueIds,
  uniqueCodes,
  knownArticles,
  entrySteps,
  knownTargets,
  reachableNodes,
  pathsEnd,
  bothEndings,
  outcomeDesk,
  outcomeTopics,
  checkAnswers,
  itStretchExit,
  itAnswersReadOn,
  staffSteps,
  nationalDesk,
  sourceAddresses,
  reviewDates,
  plainMarkup,
  plainWords,
  shortSentences,
  fullStops,
];
