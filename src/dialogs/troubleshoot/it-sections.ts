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
  return step.items.flatMap(({ node, condition }): Section[] => {
    if (node.kind === 'outcome') return [];
    const when = condition ? { condition: `If ${condition.join(', or if ')}:` } : {};
    if (node.kind === 'instruction') return [{ ...sectionOf(node), ...when }];
    // What the next conditions are about, and where to look.
    const check = { title: node.ask, steps: [], details: [], ...when };
    return [node.hint ? { ...check, note: node.hint } : check];
  });
}
