import { type Problem, problemText } from './problem.ts';

/** The knowledge files cannot be used. Carries every problem, so that one run shows them all. */
export class KnowledgeError extends Error {
  readonly code = 'KNOWLEDGE_NOT_USABLE';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${count} in the knowledge files\n\n${problems.map(problemText).join('\n\n')}`, options);
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}
