import { checkMyPc } from '../../knowledge/check-my-pc.ts';
import type { Finding } from '../../knowledge/checks/finding.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { mostLikely } from '../../knowledge/most-likely.ts';
import type { Case } from '../case.ts';
import { pcName } from './pc-name.ts';
import { lastLook, likeliestFault, putRight, verdictsOf } from './verdicts.ts';

/** The fault to speak of. `isGuess`: it matters only with the right symptom, which is asked for first. */
function faultOf(topic: Topic, trouble: Case): { finding: Finding; isGuess: boolean } | undefined {
  if (topic.id === checkMyPc.id) {
    const likely = mostLikely(verdictsOf(trouble));
    const finding = trouble.pc?.findings.find(({ check }) => check === likely?.check);
    return likely && finding && { finding, isGuess: !likely.certain };
  }
  const fault = likeliestFault(topic, trouble);
  // What is found for sure leads to its fix: findings shown anywhere else are to be asked about.
  const isElsewhere = trouble.pc?.shownAt === trouble.step && trouble.node !== fault?.fix;
  return fault && { finding: fault.finding, isGuess: isElsewhere && trouble.status === 'open' };
}

/** How many things there are to put right. Two findings with one fix are one thing. */
function thingsWrong(topic: Topic, trouble: Case): number {
  const { renewed, others } = lastLook(trouble);
  const wrong = [...renewed, ...others].filter(({ verdict }) => verdict === 'unhealthy');
  const fixOf = (check: string) =>
    topic.checks?.causes.find((cause) => cause.check === check)?.fix ?? check;
  return new Set(wrong.map(({ check }) => fixOf(check))).size;
}

function aboutFault(
  topic: Topic,
  trouble: Case,
  { finding, isGuess }: { finding: Finding; isGuess: boolean },
) {
  if (trouble.pc?.consent?.wrong?.includes(finding.check)) {
    return 'I looked again, and this is not put right yet.';
  }
  if (isGuess) return 'This may be the cause. I ask you first, to be sure.';
  return thingsWrong(topic, trouble) > 1
    ? 'More than one thing needs fixing. This one is the likeliest cause.'
    : 'This is the likeliest cause.';
}

/** What the last look at the PC came to, as a headline and a line below it. */
export function headline(topic: Topic, trouble: Case): { heading: string; text: string } {
  const { pc } = trouble;
  const { renewed, others } = lastLook(trouble);
  const name = pc ? pcName(pc) : '';
  const fault = faultOf(topic, trouble);
  if (fault) {
    return {
      heading: `${fault.finding.reason} on ${name}`,
      text: aboutFault(topic, trouble, fault),
    };
  }
  const [mended] = renewed.filter(({ check }) => putRight(trouble).includes(check));
  if (mended) {
    return { heading: `${mended.reason} on ${name}`, text: 'What was wrong is put right now.' };
  }
  const elsewhere = [...renewed, ...others].find(({ verdict }) => verdict === 'unhealthy');
  if (elsewhere) {
    return {
      heading: `${elsewhere.reason} on ${name}`,
      text: 'It may not be the cause of this problem.',
    };
  }
  const unknown = renewed.filter(({ verdict }) => verdict === 'cannot-tell');
  if (unknown.length === renewed.length) {
    return {
      heading: `I could not check ${name}`,
      text: pc?.consent?.wrong?.length
        ? 'I could not see whether it is put right.'
        : 'The PC may still be the cause, so I ask you instead.',
    };
  }
  return unknown.length === 0
    ? {
        heading: `I found nothing wrong on ${name}`,
        text: 'What I looked at is as it is meant to be.',
      }
    : {
        heading: `I found nothing wrong on ${name} so far`,
        text: 'I could not check everything, so I ask you about the rest.',
      };
}
