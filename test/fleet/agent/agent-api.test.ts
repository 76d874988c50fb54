import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateFleetTypes } from '../../../dev/generate-fleet-types.ts';

test('the types are what the contract makes today', async () => {
  const file = new URL('../../../src/fleet/agent/agent-api.ts', import.meta.url);
  expect(await readFile(file, 'utf8')).toBe(await generateFleetTypes());
});
