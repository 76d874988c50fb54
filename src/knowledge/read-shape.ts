import type { z } from 'zod';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import type { Place, Problem } from './problem.ts';
import { placeText } from './problem.ts';

/** A file that was read: its value when it has the right shape, and always what is wrong with it. */
export interface ShapedFile<T> {
  value: T | undefined;
  problems: Problem[];
  yaml: ParsedYaml;
}

/** Reads a YAML file into the shape of `schema`. `schemaFile` is named in the fix. */
export function readShape<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  schemaFile: string,
): ShapedFile<T> {
  const yaml = parseYaml(file, text);
  if (yaml.problems.length > 0) return { value: undefined, problems: yaml.problems, yaml };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, problems: [], yaml };
  const problems = result.error.issues.map((issue): Problem => {
    const place: Place = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    return {
      severity: 'error',
      file,
      place: placeText(place),
      line: yaml.lineOf(place),
      wrong: lowerFirst(issue.message),
      fix:
        issue.code === 'unrecognized_keys'
          ? `take it out, or correct its spelling; ${schemaFile} lists the keys`
          : `write it as ${schemaFile} describes it`,
    };
  });
  return { value: undefined, problems, yaml };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
