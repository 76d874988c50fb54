import type { FoundPanel, FoundRow } from '../../cards/card-model.ts';
import type { Finding } from '../../knowledge/checks/finding.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case } from '../case.ts';
import { longMoment } from '../dates.ts';
import type { PcCheck } from '../pc-check.ts';
import { likeliestFault } from './verdicts.ts';

const states: Record<Finding['verdict'], string> = {
  unhealthy: 'Needs fixing',
  'cannot-tell': 'Could not check',
  healthy: 'Fine',
};

/** The name of the PC a case's findings are about. */
export function pcName(pc: PcCheck): string {
  return pc.consent?.pc.name ?? 'your PC';
}

function row({ title, verdict, found, expected, isOurs }: Finding): FoundRow {
  return {
    what: title,
    state: states[verdict],
    found,
    expected: isOurs ? `${expected} *` : expected,
  };
}

/** What the last look brought: findings that hold, those it was about first. */
function lastLook({ pc }: Case): { renewed: Finding[]; others: Finding[] } {
  const current = pc?.findings.filter(({ isOld }) => !isOld) ?? [];
  const asked = new Set(pc?.consent?.checks);
  return {
    renewed: current.filter(({ check }) => asked.has(check)),
    others: current.filter(({ check }) => !asked.has(check)),
  };
}

/** A second look that found everything put right that the first had found wrong. */
function isPutRight(trouble: Case): boolean {
  const { renewed } = lastLook(trouble);
  return (
    trouble.pc?.consent?.isRepeat === true &&
    renewed.length > 0 &&
    renewed.every(({ verdict }) => verdict === 'healthy')
  );
}

/** What the last look at the PC came to, as a headline and a line below it. */
export function headline(topic: Topic, trouble: Case): { heading: string; text: string } {
  const { pc } = trouble;
  const { renewed, others } = lastLook(trouble);
  const name = pc ? pcName(pc) : '';
  const fault = likeliestFault(topic, trouble)?.finding;
  const wrong = [...renewed, ...others].filter(({ verdict }) => verdict === 'unhealthy');
  if (fault) {
    return {
      heading: `${fault.reason} on ${name}`,
      text:
        wrong.length > 1
          ? `I found ${wrong.length} things that need fixing. This one is the likeliest cause.`
          : 'This is the likeliest cause.',
    };
  }
  const [elsewhere] = wrong;
  if (elsewhere) {
    return {
      heading: `${elsewhere.reason} on ${name}`,
      text: 'It may not be the cause of this problem.',
    };
  }
  const [first] = renewed;
  if (first && isPutRight(trouble)) {
    return { heading: `${first.reason} on ${name}`, text: 'What was wrong is put right now.' };
  }
  const unknown = renewed.filter(({ verdict }) => verdict === 'cannot-tell');
  if (unknown.length === 0) {
    return {
      heading: `I found nothing wrong on ${name}`,
      text: 'What I looked at is as it is meant to be.',
    };
  }
  return unknown.length === renewed.length
    ? {
        heading: `I could not check ${name}`,
        text: 'It may still be at fault, so I ask you instead.',
      }
    : {
        heading: `I found nothing wrong on ${name} so far`,
        text: 'I could not check everything, so I ask you about the rest.',
      };
}

/** Faults before what could not be checked, and that before what is fine. */
const order: Record<Finding['verdict'], number> = { unhealthy: 0, 'cannot-tell': 1, healthy: 2 };

/** The findings for the card of the step they led to. Undefined on every other card. */
export function foundPanel(topic: Topic, trouble: Case): FoundPanel | undefined {
  const { pc } = trouble;
  if (!pc || pc.shownAt !== trouble.step) return undefined;
  const { renewed, others } = lastLook(trouble);
  const all = [...renewed, ...others].sort((a, b) => order[a.verdict] - order[b.verdict]);
  const [newest] = renewed;
  if (!newest) return undefined;
  // Somebody who looked again wants to see that it is put right.
  const isShown = (finding: Finding) =>
    finding.verdict !== 'healthy' || (isPutRight(trouble) && renewed.includes(finding));
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
  return (pc?.findings ?? []).map(({ title, verdict, found, expected, isOld, at }) => {
    const when = `${longMoment(at)}${isOld ? ', before the last fix' : ''}`;
    return `${title}: ${found} (${states[verdict].toLowerCase()}; expected: ${expected}; ${when})`;
  });
}
