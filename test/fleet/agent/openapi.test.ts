import { describe, expect, test } from 'vitest';
import { notAsked, Observed } from '../../../src/knowledge/checks/probe.ts';
import {
  type ContractDocument,
  holdToContract,
  type Operation,
  readContract,
} from '../../support/contract.ts';

const contract = holdToContract();
const document = readContract();
const callback = Object.values(document.paths['/v1/check-runs']?.post?.callbacks?.finished ?? {})[0]
  ?.post;

interface ObjectSchema {
  required?: string[];
  properties?: Record<string, { const?: unknown; enum?: unknown[] }>;
}
const schemaOf = (name: string) => document.components.schemas[name] as ObjectSchema;
const sorted = (texts: readonly string[]) => [...texts].sort();

/** Whatever is wrong with a document that the bot, an agent or a reader would trip over. */
function problemsIn(spoiled: ContractDocument): string[] {
  if (!/^3\.1\.\d+$/.test(spoiled.openapi)) return ['not OpenAPI 3.1'];
  const { operations, resolved, validatorOf, schemaProblems } = holdToContract(spoiled);
  for (const name of Object.keys(spoiled.components.schemas)) schemaProblems(name, undefined);
  const problems: string[] = [];
  const ids = new Set<string>();
  const all = operations.flatMap(({ operation, parameters, template, method }) => [
    { where: `${method} ${template}`, template, operation, parameters },
    ...Object.values(operation.callbacks ?? {})
      .flatMap((paths) => Object.values(paths))
      .flatMap(({ post }) => (post ? [post] : []))
      .map((post) => ({
        where: `callback of ${template}`,
        template: '',
        operation: post,
        parameters: post.parameters ?? [],
      })),
  ]);
  for (const { where, template, operation, parameters } of all) {
    const id = operation.operationId ?? '';
    if (id === '' || ids.has(id)) problems.push(`${where} has no operationId of its own`);
    ids.add(id);
    const inTemplate = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
    if (inTemplate.join() !== declared.join()) problems.push(`${where} has other path parameters`);
    for (const { name, schema } of parameters) {
      if (schema) validatorOf(schema);
      else problems.push(`${where}: ${name} has no schema`);
    }
    const responses = Object.entries(operation.responses).map(
      ([status, each]) => [status, resolved(each)] as const,
    );
    for (const [status, { description, headers, content }] of responses) {
      if (!description) problems.push(`${where} ${status} has no description`);
      for (const { schema } of Object.values(headers ?? {})) if (schema) validatorOf(schema);
      const isProblem = status === 'default' || Number(status) >= 400;
      const types = Object.keys(content ?? {});
      if (isProblem && content && types.join() !== 'application/problem+json') {
        problems.push(`${where} ${status} is no problem document`);
      }
    }
    const contents = [operation.requestBody, ...responses.map(([, each]) => each)];
    for (const { schema } of contents.flatMap((each) => Object.values(each?.content ?? {}))) {
      if (schema) validatorOf(schema);
      else problems.push(`${where} has a body without a schema`);
    }
  }
  return problems;
}

test('the contract is OpenAPI 3.1 whose every schema can be compiled', () => {
  expect(problemsIn(document)).toEqual([]);
});

function startOf(spoiled: ContractDocument): Operation {
  const operation = spoiled.paths['/v1/check-runs']?.post;
  if (!operation) throw new Error('Nothing begins a run.');
  return operation;
}

describe('a contract is refused', () => {
  const spoilt: Record<string, (spoiled: ContractDocument) => void> = {
    'of another version': (spoiled) => {
      spoiled.openapi = '3.0.3';
    },
    'with a keyword that JSON Schema does not know': (spoiled) => {
      spoiled.components.schemas.Device = { type: 'object', requires: ['id'] };
    },
    'with a type that JSON Schema does not know': (spoiled) => {
      spoiled.components.schemas.Device = { type: 'record' };
    },
    'with a required member that is spelt otherwise': (spoiled) => {
      spoiled.components.schemas.Device = { type: 'object', required: 'id' };
    },
    'with a reference to nothing': (spoiled) => {
      spoiled.components.schemas.Device = { $ref: '#/components/schemas/Pc' };
    },
    'with a response that leads nowhere': (spoiled) => {
      startOf(spoiled).responses['404'] = { $ref: '#/components/responses/Lost' };
    },
    'with two operations of one name': (spoiled) => {
      startOf(spoiled).operationId = 'listDevices';
    },
    'with a path whose parameter is not declared': (spoiled) => {
      spoiled.paths['/v1/devices/{id}'] = spoiled.paths['/v1/devices/{deviceId}'] ?? {};
    },
    'with a response without a description': (spoiled) => {
      startOf(spoiled).responses['202'] = {};
    },
    'with a problem that is plain JSON': (spoiled) => {
      const content = { 'application/json': { schema: {} } };
      startOf(spoiled).responses['422'] = { description: 'Another body', content };
    },
    'with a body that has no schema': (spoiled) => {
      startOf(spoiled).requestBody = { content: { 'application/json': {} } };
    },
    'with a schema inside a response that is none': (spoiled) => {
      const content = { 'application/json': { schema: { type: 'thing' } } };
      startOf(spoiled).responses['202'] = { description: 'Taken', content };
    },
  };

  test.each(Object.entries(spoilt))('%s', (_name, spoil) => {
    const spoiled = readContract();
    spoil(spoiled);
    const problems = () => {
      const found = problemsIn(spoiled);
      if (found.length > 0) throw new Error(found.join(', '));
    };
    expect(problems).toThrow();
  });
});

describe('the contract has', () => {
  test('each call with its statuses', () => {
    const statuses = contract.operations.map(({ method, template, operation }) => [
      `${method} ${template}`,
      Object.keys(operation.responses),
    ]);
    expect(Object.fromEntries(statuses)).toEqual({
      'get /v1/devices': ['200', '400', '401', 'default'],
      'get /v1/devices/{deviceId}': ['200', '401', '404', 'default'],
      'post /v1/check-runs': ['202', '400', '401', '404', '422', 'default'],
      'get /v1/check-runs/{runId}': ['200', '401', '404', 'default'],
      'delete /v1/check-runs/{runId}': ['204', '401', '404', 'default'],
    });
  });

  test('the headers that calls and answers need', () => {
    const start = startOf(document);
    const run = document.paths['/v1/check-runs/{runId}']?.get;
    expect(start.parameters).toMatchObject([
      { name: 'Idempotency-Key', in: 'header', required: true },
    ]);
    expect(start.responses['202']?.headers).toMatchObject({ Location: { required: true } });
    expect(Object.keys(run?.responses['200']?.headers ?? {})).toEqual(['Retry-After']);
  });

  test('the outcomes that the client tells apart', () => {
    expect(schemaOf('Result').properties?.outcome?.enum).toEqual([
      'answered',
      'absent',
      ...notAsked,
    ]);
  });

  test('the statuses of a run', () => {
    expect(document.components.schemas.RunStatus).toEqual({
      enum: ['queued', 'running', 'finished', 'expired', 'cancelled'],
    });
  });

  test.each([
    ['service', ['displayName'], ['status', 'startType']],
    ['process', ['name', 'scope'], ['instances']],
    ['registryValue', ['hive', 'key', 'name', 'view'], ['type', 'data', 'view']],
    ['registryKey', ['hive', 'key', 'view'], ['exists']],
    ['installedProgram', ['nameContains'], ['programs']],
    ['listeningPort', ['ports'], ['listening']],
    ['path', ['glob'], ['paths']],
    ['os', [], ['name', 'version', 'build', 'bootedAt']],
  ] as const)('a probe of the kind %s and what it observes', (kind, fields, observed) => {
    const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
    const probe = schemaOf(`${name}Probe`);
    expect(probe.properties?.kind).toEqual({ const: kind });
    expect(sorted(probe.required ?? [])).toEqual(sorted(['id', 'kind', ...fields]));
    expect(sorted(schemaOf(`${name}Observed`).required ?? [])).toEqual(sorted(observed));
  });

  test('every kind of probe that the client reads, and no other', () => {
    const kinds = (document.components.schemas.Probe as { oneOf: { $ref: string }[] }).oneOf.map(
      ({ $ref }) => schemaOf($ref.split('/').at(-1) ?? '').properties?.kind?.const,
    );
    expect(kinds).toEqual(Object.keys(Observed));
  });

  test('the callback with what signs it', () => {
    expect(callback?.parameters?.map(({ name, required }) => [name, required])).toEqual([
      ['webhook-id', true],
      ['webhook-timestamp', true],
      ['webhook-signature', true],
    ]);
    expect(Object.keys(callback?.responses ?? {})).toEqual(['204', '400', '401']);
    expect(schemaOf('FinishedCallback').properties?.type).toEqual({
      const: 'check-run.finished',
    });
  });
});

describe('a result', () => {
  test.each([
    [{ probeId: 'a', outcome: 'answered', observed: { paths: [] } }, true],
    [{ probeId: 'a', outcome: 'absent' }, true],
    [{ probeId: 'a', outcome: 'timeout', detail: 'after 10 s' }, true],
    [{ probeId: 'a', outcome: 'answered' }, false],
    [{ probeId: 'a', outcome: 'answered', observed: { colour: 'red' } }, false],
    [{ probeId: 'a', outcome: 'absent', observed: { paths: [] } }, false],
    [{ probeId: 'a', outcome: 'missing' }, false],
  ])('%j fits: %s', (result, isRight) => {
    expect(contract.schemaProblems('Result', result).length === 0).toBe(isRight);
  });
});

describe('an answer is found that', () => {
  const path = '/v1/check-runs';
  const right = { headers: { 'content-type': 'application/json', location: '/v1/check-runs/1' } };
  const body = '{"id":"run-1","status":"queued"}';
  const problem = { 'content-type': 'application/problem+json' };
  test.each([
    ['has a status nobody expects', 200, { ...right, body }],
    ['does not say where to look', 202, { headers: { 'content-type': 'application/json' }, body }],
    [
      'has another type',
      202,
      { headers: { ...right.headers, 'content-type': 'text/plain' }, body },
    ],
    ['lacks a member', 202, { ...right, body: '{"id":"run-1"}' }],
    ['is plain JSON where it tells a problem', 404, { ...right, body: '{"title":"","status":4}' }],
    ['tells no problem', 404, { headers: problem, body: '{}' }],
    ['is empty', 404, { headers: problem, body: '' }],
    [
      'tells a date for seconds',
      429,
      {
        headers: { ...problem, 'retry-after': 'soon' },
        body: '{"title":"Later","status":429}',
      },
    ],
  ])('%s', (_name, status, message) => {
    expect(contract.responseProblems({ method: 'POST', path }, status, message)).not.toEqual([]);
  });
});
