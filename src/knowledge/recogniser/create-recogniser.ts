import type { Knowledge } from '../knowledge.ts';
import { buildConcepts } from './build-concepts.ts';
import { cleanText } from './clean-text.ts';
import { clipText } from './clip-text.ts';
import { decide } from './decide.ts';
import { createCodeFinder, type FoundCode } from './find-codes.ts';
import { claimsOf, phrasesOf } from './knowledge-phrases.ts';
import { createMessageMatcher } from './match-messages.ts';
import { createSymptomMatcher } from './match-symptoms.ts';
import { createNearestRanker } from './rank-nearest.ts';
import { readMarkup } from './read-markup.ts';
import type { Recognise, Recognition } from './recognition.ts';
import { createRivalSettler } from './settle-rivals.ts';
import { compileSymptom } from './symptom-patterns.ts';
import { undictate } from './undictate.ts';
import { readSetting, weedMatches } from './weed-matches.ts';

/**
 * Builds a recogniser from what we know. All indexes are made here, once; reading a message only looks
 * things up. No model, no randomness: every answer comes with the words that led to it.
 *
 * @example
 * const recognise = createRecogniser(knowledge);
 * recognise('getting 400-645 again').candidates[0]?.id; // 'auth-failure-400-645'
 */
export function createRecogniser(knowledge: Knowledge): Recognise {
  const phrases = phrasesOf(knowledge);
  const messages = phrases.filter(({ copied }) => copied);
  const symptoms = phrases.filter(({ copied }) => !copied);
  const { concepts, read } = buildConcepts(symptoms, messages);
  const patterns = symptoms.flatMap((symptom) => compileSymptom(symptom, read, concepts) ?? []);
  const matchMessages = createMessageMatcher(messages, read, concepts);
  const articleOf = new Map(knowledge.codes.map(({ id, article }) => [id, article]));
  const articleIds = knowledge.articles.map(({ id }) => id);
  const facts = {
    isArticle: (id: string) => articleIds.includes(id),
    articleOf: (id: string) => articleOf.get(id),
  };
  const findCodes = createCodeFinder(claimsOf(knowledge));
  const nameTopics = createRivalSettler(knowledge, read, concepts, facts.isArticle);
  const matchSymptoms = createSymptomMatcher(patterns);
  const rankNearest = createNearestRanker(articleIds, patterns);

  const recogniseText = (text: string): Recognition => {
    const cleaned = cleanText(text);
    const found = findCodes(undictate(cleaned));
    const reading = read(clipText(cleaned));
    const setting = readSetting(reading, concepts);
    // "Error 1000" on a franking machine is not ours; "ERR1000" is, wherever it stands.
    const astray = setting.elsewhere.length > 0 && !setting.aboutUs;
    const live = found.filter(
      ({ dismissed, exact }) => dismissed === undefined && !setting.over && (exact || !astray),
    );
    const evidence = {
      codes: found.map(({ code }) => code),
      named: live.flatMap((code) => nameTopics(code, reading)),
      matches: weedMatches(
        [...matchSymptoms(reading), ...matchMessages(reading)],
        setting,
        concepts,
      ),
      denied: astray
        ? []
        : found.filter(({ dismissed }) => dismissed === 'denied').flatMap(topicsOf),
      nearest: () => rankNearest(reading),
    };
    return decide(evidence, facts);
  };

  return (text) => {
    const { own, quoted } = readMarkup(text);
    const recognition = recogniseText(own);
    if (recognition.decision !== 'none' || !pointsAtQuote(own, quoted)) return recognition;
    return recogniseText(quoted);
  };
}

function topicsOf({ claims }: FoundCode): string[] {
  return claims.map(({ id }) => id);
}

/** "What does this mean?" above a quoted message: the quote is the question. "Thanks!" asks nothing. */
function pointsAtQuote(own: string, quoted: string): boolean {
  if (quoted.trim() === '') return false;
  return own.trim() === '' || /\?|\b(?:this|same|above|help|see|me too)\b/i.test(own);
}
