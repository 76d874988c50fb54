import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { CheckRunRequest } from '../../src/fleet/agent/agent-api.ts';

const file = new URL('../../fleet-agent.openapi.yaml', import.meta.url);
const { components } = parse(readFileSync(file, 'utf8'));

const ajv = new Ajv2020();
addFormats.default(ajv);
ajv.addVocabulary(['components']);
ajv.addSchema({ components }, 'contract');

/** Whether a body is what the contract says, to the letter: a simulator that takes more hides mistakes. */
export const isCheckRunRequest = ajv.compile<CheckRunRequest>({
  $ref: 'contract#/components/schemas/CheckRunRequest',
});
