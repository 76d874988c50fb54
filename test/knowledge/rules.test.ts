import { describe, expect, it } from 'vitest';
import type { Article, FlowNode } from '../../src/knowledge/article-schema.ts';
import type { CodeEntry } from '../../src/knowledge/code-schema.ts';
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { allRules } from '../../src/knowledge/rules/all-rules.ts';
import { goodArticle, goodEntry, loadContent } from './good-content.ts';

interface Bad {
  rule: string;
  /** Completes "finds ...". */
  finds: string;
  change: (article: Article, entry: CodeEntry) => void;
  file?: 'stuck-door.yaml' | 'codes.yaml';
  place: string;
  wrong: string;
  fix: string;
}

const inArticle = 'stuck-door.yaml';
const inCodes = 'codes.yaml';

/** Changes one step of the good article. */
function node<K extends FlowNode['kind']>(
  article: Article,
  id: string,
  kind: K,
): Extract<FlowNode, { kind: K }> {
  const found = article.flow.nodes[id];
  if (found?.kind !== kind) throw new Error(`${id} is not a ${kind}`);
  return found as Extract<FlowNode, { kind: K }>;
}

const cases: Bad[] = [
  {
    rule: 'uniqueIds',
    finds: 'an article with another name than its file',
    change: (article) => {
      article.id = 'other-door';
    },
    place: 'id',
    wrong: 'the id is "other-door"',
    fix: 'id: stuck-door',
  },
  {
    rule: 'uniqueIds',
    finds: 'a code entry with the id of an article',
    change: (_, entry) => {
      entry.id = 'stuck-door';
    },
    file: inCodes,
    place: 'stuck-door.id',
    wrong: 'is used twice',
    fix: 'another id',
  },
  {
    rule: 'uniqueCodes',
    finds: 'a code that two claim, whatever its capitals',
    change: (_, entry) => {
      entry.codes = ['door_1'];
    },
    file: inCodes,
    place: 'squeak.codes[0]',
    wrong: '"door_1" is claimed twice, also by stuck-door',
    fix: 'keep it in the one that answers it best',
  },
  {
    rule: 'uniqueCodes',
    finds: 'a message that is there twice',
    change: (_, entry) => {
      entry.messages = ['eek', 'Eek'];
    },
    file: inCodes,
    place: 'squeak.messages[1]',
    wrong: 'claimed twice',
    fix: 'keep it in the one',
  },
  {
    rule: 'knownArticles',
    finds: 'a code entry that points to no article',
    change: (_, entry) => {
      entry.article = 'no-door';
    },
    file: inCodes,
    place: 'squeak.article',
    wrong: 'there is no article "no-door"',
    fix: 'use one of: stuck-door',
  },
  {
    rule: 'outcomeTopics',
    finds: 'an outcome that names a trouble there is not',
    change: (article) => {
      node(article, 'locked', 'outcome').topic = 'no-door';
    },
    file: inArticle,
    place: 'flow.nodes.locked.topic',
    wrong: 'there is no article or code entry "no-door"',
    fix: 'use one of: stuck-door',
  },
  {
    rule: 'entrySteps',
    finds: 'a code entry that tells nobody what to do',
    change: (_, entry) => {
      entry.steps = { anyone: [], it: [] };
    },
    file: inCodes,
    place: 'squeak.steps',
    wrong: 'no steps',
    fix: 'add steps',
  },
  {
    rule: 'knownTargets',
    finds: 'a step that leads nowhere',
    change: (article) => {
      node(article, 'pushed', 'question').answers.push({ label: 'Maybe', next: 'window' });
    },
    place: 'flow.nodes.pushed.answers[2].next',
    wrong: 'it leads to "window", and there is no such step',
    fix: 'use one of: pushed, hinge, oil',
  },
  {
    rule: 'knownTargets',
    finds: 'a flow that starts nowhere',
    change: (article) => {
      article.flow.start = 'window';
    },
    place: 'flow.start',
    wrong: 'it leads to "window"',
    fix: 'use one of',
  },
  {
    rule: 'knownTargets',
    finds: 'a step with the name of something every object has',
    change: (article) => {
      node(article, 'pushed', 'question').answers.push({ label: 'Maybe', next: 'constructor' });
    },
    place: 'flow.nodes.pushed.answers[2].next',
    wrong: 'it leads to "constructor"',
    fix: 'use one of',
  },
  {
    rule: 'reachableNodes',
    finds: 'a step that nothing leads to',
    change: (article) => {
      article.flow.nodes.attic = { ...node(article, 'fixed', 'outcome') };
    },
    place: 'flow.nodes.attic',
    wrong: 'nothing leads to the step "attic"',
    fix: 'lead an answer to it, or take it out',
  },
  {
    rule: 'pathsEnd',
    finds: 'steps that go round in a circle',
    change: (article) => {
      node(article, 'try-again', 'question').answers.push({ label: 'Again', next: 'pushed' });
    },
    place: 'flow.nodes.try-again',
    wrong: 'pushed > hinge > try-again > pushed',
    fix: 'lead the last of them on',
  },
  {
    rule: 'bothEndings',
    finds: 'an article that never ends well',
    change: (article) => {
      node(article, 'fixed', 'outcome').result = 'escalate';
    },
    place: 'flow.nodes',
    wrong: 'no outcome has the result "fixed"',
    fix: 'add an outcome with "result: fixed"',
  },
  {
    rule: 'outcomeDesk',
    finds: 'an outcome without a way to the desk',
    change: (article) => {
      delete node(article, 'locked', 'outcome').desk;
    },
    place: 'flow.nodes.locked',
    wrong: 'the outcome "locked" names no desk',
    fix: 'desk: local-it',
  },
  {
    rule: 'checkAnswers',
    finds: 'a check whose result a person cannot give',
    change: (article) => {
      node(article, 'hinge', 'check').healthy = 'fixed';
    },
    place: 'flow.nodes.hinge.healthy',
    wrong: 'no answer leads to "fixed"',
    fix: 'lead one of its answers to "fixed"',
  },
  {
    rule: 'itStretchExit',
    finds: 'IT steps that come out at two places',
    change: (article) => {
      article.flow.nodes.second = { ...node(article, 'try-again', 'question') };
      node(article, 'oil', 'instruction').next = 'second';
    },
    place: 'flow.nodes.hinge',
    wrong: 'come out at 2 places',
    fix: 'lead them all to one question',
  },
  {
    rule: 'itStretchExit',
    finds: 'IT steps that only end well, so that nobody can go on when they did not help',
    change: (article) => {
      article.flow.nodes.polish = { ...node(article, 'oil', 'instruction'), next: 'fixed' };
      node(article, 'try-again', 'question').answers.push({ label: 'Dirty', next: 'polish' });
    },
    place: 'flow.nodes.polish',
    wrong: 'to no outcome that hands over',
    fix: 'lead them all to one question',
  },
  {
    rule: 'itAnswersReadOn',
    finds: 'an IT answer that says only yes',
    change: (article) => {
      node(article, 'hinge', 'check').answers[0] = { label: 'Yes', next: 'try-again' };
    },
    place: 'flow.nodes.hinge.answers[0].label',
    wrong: '"If Yes" does not say what is meant',
    fix: 'The service is stopped',
  },
  ...[
    'Open the registry.',
    'Start it in **Services**.',
    'Uninstall it.',
    'Install it again.',
    'Open **Control Panel**.',
    'Run regedit.',
    'Look in HKLM for it.',
  ].map(
    (step): Bad => ({
      rule: 'staffSteps',
      finds: `admin work for staff: ${step}`,
      change: (_, entry) => {
        entry.steps.anyone = [step];
      },
      file: inCodes,
      place: 'squeak.steps.anyone[0]',
      wrong: 'needs admin rights, and this text is for anyone',
      fix: 'move it to a step with "who: it"',
    }),
  ),
  {
    rule: 'staffSteps',
    finds: 'IT steps that were given to everybody',
    change: (article) => {
      node(article, 'oil', 'instruction').who = 'anyone';
    },
    place: 'flow.nodes.oil.steps[0]',
    wrong: '"registry" needs admin rights',
    fix: 'who: it',
  },
  {
    rule: 'nationalDesk',
    finds: 'staff sent to the national desk in words',
    change: (article) => {
      node(article, 'locked', 'outcome').text = 'Call the National Service Desk.';
    },
    place: 'flow.nodes.locked.text',
    wrong: 'staff are sent to the National Service Desk',
    fix: 'name it in a step for IT only',
  },
  {
    rule: 'nationalDesk',
    finds: 'staff sent to the national desk by an outcome',
    change: (article) => {
      node(article, 'locked', 'outcome').desk = 'national-service-desk';
    },
    place: 'flow.nodes.locked.desk',
    wrong: 'the desk is the National Service Desk',
    fix: 'use "local-it" as the desk',
  },
  {
    rule: 'nationalDesk',
    finds: 'staff sent to the national desk by a code entry',
    change: (_, entry) => {
      entry.desk = 'national-service-desk';
    },
    file: inCodes,
    place: 'squeak.desk',
    wrong: 'the desk is the National Service Desk',
    fix: 'use "local-it" as the desk',
  },
  ...['http://example.org/doors', 'the intranet', 'ftp://example.org'].map(
    (address): Bad => ({
      rule: 'sourceAddresses',
      finds: `a source that is not a safe address: ${address}`,
      change: (article) => {
        article.sources = article.sources.map((source) => ({ ...source, address }));
      },
      place: 'sources[0].address',
      wrong: 'is not the https address of a page',
      fix: 'beginning with https://',
    }),
  ),
  {
    rule: 'sourceAddresses',
    finds: 'a source from the future',
    change: (_, entry) => {
      entry.sources = entry.sources.map((source) => ({ ...source, lastEdited: '2026-11-23' }));
    },
    file: inCodes,
    place: 'squeak.sources[0].lastEdited',
    wrong: 'after today',
    fix: 'write the day the page shows',
  },
  ...[
    ['See [the page](https://example.org).', 'a link'],
    ['Type $' + '{name} here.', 'a template expression'],
    ['Press <b>here</b> now.', 'an HTML tag'],
    ['Press `Enter` now.', 'a backtick'],
    ['Press _this_ now.', 'italics'],
    ['Press *this* now.', 'italics'],
    ['Press **this now.', 'bold that is not closed'],
    ['# Doors.', 'a heading'],
  ].map(
    ([text = '', what = '']): Bad => ({
      rule: 'plainMarkup',
      finds: `${what} in a text`,
      change: (article) => {
        article.summary = text;
      },
      place: 'summary',
      wrong: `the text holds ${what}`,
      fix: 'write plain words',
    }),
  ),
  ...[
    ['Sorry about the door.', 'Sorry'],
    ['Please push the door.', 'Please'],
    ['This door is invalid.', 'invalid'],
    ['Oops, a door.', 'Oops'],
    ["The door doesn't open.", "doesn't"],
    ['You can’t open it.', 'can’t'],
    ['The login of the door is shut.', 'login'],
    ['You should push it.', 'should'],
  ].map(
    ([text = '', word = '']): Bad => ({
      rule: 'plainWords',
      finds: `a word we never use: ${word}`,
      change: (article) => {
        article.why = text;
      },
      place: 'why',
      wrong: `we never write "${word}"`,
      fix: '',
    }),
  ),
  {
    rule: 'shortSentences',
    finds: 'a sentence that is too long',
    change: (article) => {
      article.why = `${'The door is very old. '.repeat(5)}${'Push it and '.repeat(7)}go.`;
    },
    place: 'why',
    wrong: 'this sentence has 22 words',
    fix: 'make two sentences',
  },
  {
    rule: 'fullStops',
    finds: 'a step that does not end',
    change: (article) => {
      node(article, 'oil', 'instruction').steps = ['Oil the hinge'];
    },
    place: 'flow.nodes.oil.steps[0]',
    wrong: 'does not end',
    fix: 'end it with a full stop',
  },
  {
    rule: 'fullStops',
    finds: 'a full stop on a button',
    change: (article) => {
      node(article, 'pushed', 'question').answers[0] = { label: 'I pushed it.', next: 'hinge' };
    },
    place: 'flow.nodes.pushed.answers[0].label',
    wrong: 'ends with a full stop',
    fix: 'leave it out',
  },
];

function problemsAfter(change: Bad['change']): { problems: readonly Problem[]; message: string } {
  const article = goodArticle();
  const entry = goodEntry();
  change(article, entry);
  try {
    loadContent({ articles: { [inArticle]: article }, entries: [entry] });
  } catch (error) {
    if (error instanceof KnowledgeError) return error;
    throw error;
  }
  return { problems: [], message: '' };
}

describe('the rules of the knowledge files', () => {
  it.each(cases)('$rule finds $finds', ({ change, file = inArticle, place, wrong, fix }) => {
    const { problems, message } = problemsAfter(change);

    const problem = problems.find((found) => found.place === place && found.wrong.includes(wrong));
    expect(problem, message).toMatchObject({
      severity: 'error',
      fix: expect.stringContaining(fix),
    });
    expect(problem?.file).toMatch(new RegExp(`(^|/)${file.replace('.', '\\.')}$`));
    expect(problem?.line).toBeGreaterThan(0);
    expect(message).toContain(`${file} line ${problem?.line}, ${place}`);
  });

  it('reviewDates warns of a page that is due, and the bot still starts', () => {
    const content = { articles: { [inArticle]: goodArticle() }, entries: [goodEntry()] };
    const { warnings } = loadContent(content, '2027-01-02');
    expect(warnings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        place: 'reviewBy',
        wrong: 'it had to be reviewed by 2027-01-01',
        fix: expect.stringContaining('read its sources again'),
      }),
      expect.objectContaining({ severity: 'warning', file: inCodes, place: 'squeak.reviewBy' }),
    ]);
    expect(loadContent(content, '2027-01-01').warnings).toEqual([]);
  });

  it('are all proven able to fail', () => {
    const proven = new Set([...cases.map(({ rule }) => rule), 'reviewDates']);
    expect(allRules.map((rule) => rule.name).filter((name) => !proven.has(name))).toEqual([]);
  });
});
