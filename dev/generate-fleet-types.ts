import { readFile, writeFile } from 'node:fs/promises';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { parse } from 'yaml';

const contract = new URL('../fleet-agent.openapi.yaml', import.meta.url);
const generated = new URL('../src/fleet/agent/agent-api.ts', import.meta.url);

/** The types of the fleet agent API, made from its contract. */
export async function generateFleetTypes(): Promise<string> {
  const { components } = parse(await readFile(contract, 'utf8')) as {
    components: { schemas: Record<string, JSONSchema> };
  };
  const root: JSONSchema = {
    title: 'FleetAgentApi',
    type: 'object',
    required: Object.keys(components.schemas),
    properties: Object.fromEntries(
      Object.keys(components.schemas).map((name) => [
        name,
        { $ref: `#/components/schemas/${name}` },
      ]),
    ),
    additionalProperties: false,
    components,
  };
  return compile(root, 'FleetAgentApi', {
    ignoreMinAndMaxItems: true,
    bannerComment:
      '// Made from fleet-agent.openapi.yaml by `npm run fleet-types`. Change that file instead.',
    style: { printWidth: 100, singleQuote: true, semi: true, trailingComma: 'all' },
  });
}

if (process.argv[1] === import.meta.filename)
  await writeFile(generated, await generateFleetTypes());
