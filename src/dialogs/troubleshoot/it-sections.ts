import type { Section } from '../../cards/card-model.ts';
import type { Instruction } from '../../knowledge/article-schema.ts';
import type { CurrentStep } from './current-step.ts';

/** An instruction as a section of a card. */
export function sectionOf(node: Instruction): Section {
  return {
    title: node.title,
    steps: node.steps,
    details: node.details,
    ...(node.note === undefined ? {} : { note: node.note }),
  };
}

/** The part of a flow that IT has to do, in order, each piece with the condition it applies under. */
export function itSections(step: CurrentStep): Section[] {
  if (step.kind !== 'hand-over') return [];
  return step.items.flatMap(({ node, condition }) => {
    if (node.kind !== 'instruction') return [];
    const section = sectionOf(node);
    return [condition ? { ...section, condition: `If ${condition.join(', or if ')}:` } : section];
  });
}
