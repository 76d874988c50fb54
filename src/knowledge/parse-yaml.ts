import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Place, Problem } from './problem.ts';

/** A YAML file that was read, with the way back from a value to its line. */
export interface ParsedYaml {
  value: unknown;
  problems: Problem[];
  lineOf: (place: Place) => number;
}

/** Reads YAML and keeps the line of every key. Duplicate keys and broken YAML come back as problems. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map(
    (error): Problem => ({
      severity: 'error',
      file,
      place: '',
      line: lines.linePos(error.pos[0]).line,
      wrong: `this is not YAML we can read: ${error.message}`,
      fix:
        error.code === 'DUPLICATE_KEY'
          ? 'keep one of the two keys'
          : 'check the indentation and quotes on this line and the line before it',
    }),
  );

  const offsetOf = (place: Place): number | undefined => {
    const key = place.at(-1);
    const parent = document.getIn(place.slice(0, -1), true);
    if (isMap(parent) && key !== undefined) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (isNode(pair?.key)) return pair.key.range?.[0];
    }
    const node = document.getIn(place, true);
    return isNode(node) ? node.range?.[0] : undefined;
  };
  // A key that is missing has no line: its parent's line is where it belongs.
  const lineOf = (place: Place): number => {
    const offset = offsetOf(place);
    if (offset !== undefined) return lines.linePos(offset).line;
    return place.length === 0 ? 1 : lineOf(place.slice(0, -1));
  };
  return { value: problems.length === 0 ? document.toJS() : undefined, problems, lineOf };
}
