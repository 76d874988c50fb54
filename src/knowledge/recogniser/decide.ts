import type { Match } from './match.ts';
import type { Candidate, Recognition } from './recognition.ts';

/** A topic named by a code. `sure` is false while rivals for the same number are possible. */
export interface Named {
  id: string;
  sure: boolean;
  official: boolean;
  because: string;
}

/** What was found in a text. */
export interface Evidence {
  /** Every known code, dismissed ones too, in official spelling. */
  codes: readonly string[];
  named: readonly Named[];
  matches: readonly Match[];
  /** Topics of codes that were named only to say that it is something else. */
  denied: readonly string[];
  /** Articles by how near the text comes to them. Asked only when nothing better is known. */
  nearest: () => readonly string[];
}

/** What the decision has to know about topics. */
export interface TopicFacts {
  isArticle(id: string): boolean;
  /** The article that goes further into a code entry, if the entry names one. */
  articleOf(id: string): string | undefined;
}

/** A second topic is offered too when its symptoms weigh at least this share of the first one's. */
const closeSecond = 0.6;
/** From this share the two are as good as level, even when they rest on the same words. */
const level = 0.9;
/** Symptoms above this weight make us doubt even a code: a word that tells all, and more beside it. */
const rivalOfCode = 6;
const fewestChoices = 2;
const mostChoices = 4;

/** How one topic stands: its best symptom's weight, and the words that speak for it. */
interface Standing {
  id: string;
  weight: number;
  words: ReadonlySet<number>;
  tellingWords: ReadonlySet<number>;
  because: readonly string[];
}

/** Weighs codes against symptoms. Codes are read off the screen, so they come first. */
export function decide(evidence: Evidence, facts: TopicFacts): Recognition {
  const { codes, named, matches } = evidence;
  const choose = (candidates: readonly Candidate[]): Recognition => ({
    decision: 'choose',
    candidates: candidates.slice(0, mostChoices),
    codes,
  });
  const settle = (candidates: readonly Candidate[]): Recognition => {
    const [only, second] = candidates;
    if (only === undefined || second !== undefined) return choose(candidates);
    return { decision: facts.isArticle(only.id) ? 'article' : 'code', candidates, codes };
  };
  const related = (a: string, b: string) =>
    a === b || facts.articleOf(a) === b || facts.articleOf(b) === a;

  const shown = standings(matches.filter(({ telling }) => telling));
  if (named.length > 0) {
    const distinct = named.filter(({ id }, at) => named.findIndex((one) => one.id === id) === at);
    const byCode = foldIntoArticles(distinct.map(fromCode), facts);
    const rivals = shown.filter(
      ({ id, weight }) => weight > rivalOfCode && !byCode.some((code) => related(code.id, id)),
    );
    return settle([...byCode, ...rivals.map(fromSymptoms)]);
  }
  const [best, ...others] = shown;
  if (best !== undefined) {
    const rivals = others.filter((other) => isRival(other, best));
    return settle(foldIntoArticles([best, ...rivals].map(fromSymptoms), facts));
  }
  const vague = standings(matches);
  if (vague.length === 0 && evidence.denied.length === 0)
    return { decision: 'none', candidates: [], codes };
  const isDenied = (id: string) => evidence.denied.includes(id);
  const nearest = evidence.nearest();
  const offered = [...nearest.filter((id) => !isDenied(id)), ...nearest.filter(isDenied)];
  return choose(offer(vague, offered));
}

/** What speaks for each topic, the best first. */
function standings(matches: readonly Match[]): Standing[] {
  const all = [...Map.groupBy(matches, ({ topic }) => topic)].map(([id, own]): Standing => {
    const best = own.toSorted((a, b) => b.weight - a.weight);
    return {
      id,
      weight: best[0]?.weight ?? 0,
      words: new Set(own.flatMap(({ words }) => [...words])),
      tellingWords: new Set(own.flatMap(({ tellingWords }) => [...tellingWords])),
      because: best.slice(0, 3).map(({ phrase }) => `symptom "${phrase}"`),
    };
  });
  return all.sort((a, b) => b.weight - a.weight);
}

/** Words already explained by a better symptom do not make a second trouble. */
function isRival(other: Standing, best: Standing): boolean {
  if (other.weight < best.weight * closeSecond) return false;
  return (
    other.weight >= best.weight * level ||
    [...other.tellingWords].some((word) => !best.words.has(word))
  );
}

/** An entry beside the article it points to is the same trouble, told shorter. */
function foldIntoArticles(candidates: readonly Candidate[], facts: TopicFacts): Candidate[] {
  const ids = new Set(candidates.map(({ id }) => id));
  return candidates.filter(({ id }) => !ids.has(facts.articleOf(id) ?? ''));
}

function fromCode({ id, sure, official, because }: Named): Candidate {
  const confidence = sure ? (official ? 1 : 0.97) : 0.6;
  return { id, confidence, because: [because] };
}

function fromSymptoms({ id, weight, because }: Standing): Candidate {
  return { id, confidence: Math.min(0.95, 0.6 + weight / 30), because };
}

/** What to offer when a text only says that something is wrong: what it touches first, then what is near. */
function offer(vague: readonly Standing[], nearest: readonly string[]): Candidate[] {
  const offered = vague.map(({ id, because }): Candidate => ({ id, confidence: 0.4, because }));
  for (const id of nearest) {
    if (offered.length >= fewestChoices + 1) break;
    if (offered.some((candidate) => candidate.id === id)) continue;
    offered.push({ id, confidence: 0.2, because: ['near what was said'] });
  }
  return offered;
}
