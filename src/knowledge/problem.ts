/** Where something stands in a YAML file: keys and positions from the top. */
export type Place = readonly (string | number)[];

/**
 * Something wrong in a knowledge file. A `warning` fails the tests but lets a running bot start,
 * so that a review date in the past never takes the bot down.
 */
export interface Problem {
  severity: 'error' | 'warning';
  file: string;
  /** Such as `flow.nodes.restart-pc.next`. Empty for the file as a whole. */
  place: string;
  line: number;
  wrong: string;
  fix: string;
}

/** One problem as three lines of text. */
export function problemText(problem: Problem): string {
  const where = problem.place === '' ? '' : `, ${problem.place}`;
  return [
    `${problem.file} line ${problem.line}${where}`,
    `  wrong: ${problem.wrong}`,
    `  fix:   ${problem.fix}`,
  ].join('\n');
}

/** `['flow', 'nodes', 'a', 'answers', 1]` reads `flow.nodes.a.answers[1]`. */
export function placeText(place: Place): string {
  return place
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`))
    .join('');
}
