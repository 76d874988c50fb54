import type { Fact, Section } from '../../cards/card-model.ts';
import type { Desk } from '../../knowledge/article-schema.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Case, Role, TrailEntry } from '../case.ts';
import { longMoment } from '../dates.ts';
import { findingLines } from '../pc-check/found-panel.ts';
import { pcName } from '../pc-check/pc-name.ts';
import { titleWithCode } from '../title-with-code.ts';
import { currentStep } from './current-step.ts';
import { deskName } from './desk-names.ts';
import { itSections } from './it-sections.ts';

/** A question keeps its own mark: `Does it work now? Same problem`. */
function triedText({ asked, answered }: TrailEntry): string {
  return asked.endsWith('?') ? `${asked} ${answered}` : `${asked}: ${answered}`;
}

const reporters: Record<Role, string> = {
  staff: 'Staff, without admin rights',
  it: 'IT, with admin rights',
};

/** Where a case goes when its step names nobody else. */
export function deskOf(topic: Topic, trouble: Case): Desk {
  const node = topic.flow.nodes[trouble.node];
  return (node?.kind === 'outcome' && node.desk) || 'local-it';
}

/** What a service desk asks first, answered from the case: label and value, in reading order. */
export function summaryOf(topic: Topic, trouble: Case): Fact[] {
  const done = trouble.trail.filter(({ node }) => node !== 'role');
  const found = findingLines(trouble);
  return [
    { label: 'Problem', value: titleWithCode(topic) },
    { label: 'Case', value: trouble.id },
    { label: 'Reported', value: longMoment(trouble.openedAt) },
    ...(trouble.said ? [{ label: 'In their words', value: trouble.said }] : []),
    ...(trouble.role ? [{ label: 'Who is reporting', value: reporters[trouble.role] }] : []),
    ...(done.length > 0
      ? [
          {
            label: 'What was asked and tried',
            value: done.map((entry, index) => `${index + 1}. ${triedText(entry)}`).join('\n'),
          },
        ]
      : []),
    ...(trouble.pc && found.length > 0
      ? [
          {
            label: `What the check of ${pcName(trouble.pc)} found, through ${trouble.pc.agent}`,
            value: found.join('\n'),
          },
        ]
      : []),
    { label: 'For', value: deskName(deskOf(topic, trouble), trouble.role) },
  ];
}

function sectionText({ condition, title, steps, details, note }: Section): string {
  const lines = [
    ...(condition ? [condition] : []),
    ...(title ? [title] : []),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...details.map(({ label, value }) => `  ${label}: ${value}`),
    ...(note ? [`  ${note}`] : []),
  ];
  return lines.join('\n').replaceAll('**', '');
}

/** The summary and the steps for IT as plain text, for a message or an e-mail. */
export function summaryText(topic: Topic, trouble: Case): string {
  const facts = summaryOf(topic, trouble).map(({ label, value }) =>
    value.includes('\n') ? `${label}:\n${value}` : `${label}: ${value}`,
  );
  const forIt = itSections(currentStep(topic, trouble)).map(sectionText);
  const sources = topic.sources
    .slice(0, 2)
    .map(({ title, address }) => `Source: ${title}, ${address}`);
  return [
    'Smartcard log in problem',
    facts.join('\n'),
    ...(forIt.length > 0 ? ['What IT has to do (needs admin rights)', ...forIt] : []),
    sources.join('\n'),
  ].join('\n\n');
}
