import type { FoundPanel, FoundRow } from '../../cards/card-model.ts';
import type { Finding } from '../../knowledge/checks/finding.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { longMoment } from '../dates.ts';
import { headline } from './headline.ts';
import { lastLook } from './verdicts.ts';

const states: Record<Finding['verdict'], string> = {
  unhealthy: 'Needs fixing',
  'cannot-tell': 'Could not check',
  healthy: 'Fine',
};

function row({ title, verdict, found, expected, isOurs }: Finding): FoundRow {
  return {
    what: title,
    state: states[verdict],
    found,
    expected: isOurs ? `${expected} *` : expected,
  };
}

/** Faults before what could not be checked, and that before what is fine. */
const order: Record<Finding['verdict'], number> = { unhealthy: 0, 'cannot-tell': 1, healthy: 2 };

/** By what they say, and in that the likeliest cause first. */
function inOrder(topic: Topic, findings: readonly Finding[]): Finding[] {
  const causes = topic.checks?.causes.map(({ check }) => check) ?? [];
  const likeliness = ({ check }: Finding) =>
    causes.includes(check) ? causes.indexOf(check) : causes.length;
  return [...findings].sort(
    (a, b) => order[a.verdict] - order[b.verdict] || likeliness(a) - likeliness(b),
  );
}

/** The findings for the card of the step they led to. Undefined on every other card. */
export function foundPanel(topic: Topic, trouble: Case): FoundPanel | undefined {
  const { pc } = trouble;
  if (!pc || pc.shownAt !== trouble.step) return undefined;
  const { renewed, others } = lastLook(trouble);
  const all = inOrder(topic, [...renewed, ...others]);
  const [newest] = renewed;
  if (!newest) return undefined;
  // What is well stays folded, put right or not: the headline says it, and the step is to be in sight.
  const isShown = ({ verdict }: Finding) => verdict !== 'healthy';
  const ours = all.some(({ isOurs }) => isOurs);
  return {
    ...headline(topic, trouble),
    rows: all.filter(isShown).map(row),
    fine: all.filter((finding) => !isShown(finding)).map(row),
    footnote: `Checked ${longMoment(newest.at)} through ${pc.agent}.${
      ours ? ' A * marks our own conclusion, which is not NHS England guidance.' : ''
    }`,
  };
}

/** The findings line by line, for the summary that is handed on. */
export function findingLines({ pc }: Case): string[] {
  return (pc?.findings ?? []).map(({ title, verdict, found, expected, isOurs, isOld, at }) => {
    const wanted = `expected: ${expected}${isOurs ? ', our own conclusion' : ''}`;
    const when = `${longMoment(at)}${isOld ? ', may have changed since' : ''}`;
    return `${title}: ${found || 'Nothing'} (${states[verdict].toLowerCase()}; ${wanted}; ${when})`;
  });
}
