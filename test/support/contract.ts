import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** What a document of OpenAPI 3.1 has, as far as the fleet agent API uses it. */
interface Ref {
  $ref?: string;
}
interface Header extends Ref {
  required?: boolean;
  schema?: object;
}
interface Parameter extends Header {
  name: string;
  in: 'query' | 'header' | 'path';
}
type Content = Record<string, { schema?: object }>;
interface Response extends Ref {
  description?: string;
  headers?: Record<string, Header>;
  content?: Content;
}
export interface Operation {
  operationId?: string;
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Response>;
  callbacks?: Record<string, Record<string, PathItem>>;
}
type PathItem = { parameters?: Parameter[] } & Partial<Record<(typeof methods)[number], Operation>>;
export interface ContractDocument {
  openapi: string;
  security?: object[];
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, object> };
}

/** A request or a response as it went over the wire. */
export interface Message {
  headers: Readonly<Record<string, string>>;
  body: string;
}
export interface Call {
  method: string;
  /** Path and query. */
  path: string;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const file = new URL('../../fleet-agent.openapi.yaml', import.meta.url);

/** A copy of the contract, to be spoiled at will. */
export function readContract(): ContractDocument {
  return parse(readFileSync(file, 'utf8')) as ContractDocument;
}

const wordsOf = (errors: ErrorObject[] | null | undefined, where: string) =>
  (errors ?? []).map(({ instancePath, message }) => `${where}${instancePath} ${message}`);

/**
 * Holds messages to a contract. Every function tells what does not fit, and nothing when all does.
 *
 * @throws Error when a schema of the document cannot be compiled, or a reference leads nowhere
 */
export function holdToContract(document: ContractDocument = readContract()) {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(['components']);
  const { components } = document;
  const compiled = new Map<object, ValidateFunction>();

  function validatorOf(schema: object): ValidateFunction {
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, validate);
    return validate;
  }

  function resolved<T extends Ref>(each: T): T {
    if (each.$ref === undefined) return each;
    const found = each.$ref
      .replace('#/', '')
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    if (!found) throw new Error(`${each.$ref} leads nowhere`);
    return found as T;
  }

  function fits(schema: object | undefined, value: unknown, where: string): string[] {
    if (!schema) return [`${where} has no schema`];
    const validate = validatorOf(schema);
    return validate(value) ? [] : wordsOf(validate.errors, where);
  }

  /** A header or parameter is a text; what its schema calls a number is read as one. */
  function textFits({ required, schema = {} }: Header, text: string | undefined, where: string) {
    if (text === undefined) return required ? [`${where} is missing`] : [];
    const { type } = resolved(schema as Ref & { type?: string });
    return fits(schema, type === 'integer' ? Number(text) : text, where);
  }

  function contentFits(content: Content | undefined, { headers, body }: Message, where: string) {
    if (!content) return body === '' ? [] : [`${where} has a body`];
    const type = headers['content-type']?.split(';')[0] ?? 'none';
    if (!content[type]) return [`${where} is sent as ${type}`];
    try {
      return fits(content[type].schema, JSON.parse(body), where);
    } catch {
      return [`${where} is not JSON`];
    }
  }

  /** Every operation with its path, those of callbacks included. */
  const operations = Object.entries(document.paths).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return [{ method, template, operation, parameters: parameters.map(resolved) }];
    }),
  );

  function operationFor({ method, path }: Call) {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    for (const each of operations) {
      const pattern = each.template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
      const match = new RegExp(`^${pattern}$`).exec(pathname);
      if (each.method === method.toLowerCase() && match) {
        return { ...each, searchParams, inPath: { ...match.groups } };
      }
    }
    return undefined;
  }

  function requestProblems(call: Call, message: Message): string[] {
    const found = operationFor(call);
    if (!found) return [`${call.method} ${call.path} is not in the contract`];
    const { operation, parameters, searchParams, inPath } = found;
    const isOpen = (operation.security ?? document.security)?.length === 0;
    const given = ({ in: place, name }: Parameter) => {
      if (place === 'header') return message.headers[name.toLowerCase()];
      if (place === 'query') return searchParams.get(name) ?? undefined;
      return inPath[name] === undefined ? undefined : decodeURIComponent(inPath[name]);
    };
    const known = new Set(parameters.map(({ in: place, name }) => `${place} ${name}`));
    return [
      ...(isOpen || /^Bearer \S+$/.test(message.headers.authorization ?? '')
        ? []
        : ['authorization is no bearer token']),
      ...parameters.flatMap((each) => textFits(each, given(each), each.name)),
      ...[...searchParams.keys()]
        .filter((name) => !known.has(`query ${name}`))
        .map((name) => `${name} is not in the contract`),
      ...contentFits(operation.requestBody?.content, message, 'the request'),
    ];
  }

  function responseProblems(call: Call, status: number, message: Message): string[] {
    const found = operationFor(call);
    if (!found) return [`${call.method} ${call.path} is not in the contract`];
    const { responses } = found.operation;
    // `default` is for what goes wrong: it would take any success too.
    const described = responses[status] ?? (status >= 400 ? responses.default : undefined);
    if (!described) return [`status ${status} is not in the contract`];
    const { headers = {}, content } = resolved(described);
    return [
      ...Object.entries(headers).flatMap(([name, header]) =>
        textFits(header, message.headers[name.toLowerCase()], name),
      ),
      ...contentFits(content, message, `the answer ${status}`),
    ];
  }

  return {
    operations,
    resolved,
    validatorOf,
    operationIdOf: (call: Call) => operationFor(call)?.operation.operationId,
    requestProblems,
    responseProblems,
    /** Whether a value is what a schema of the document, by its name, says. */
    schemaProblems: (name: string, value: unknown) =>
      fits({ $ref: `#/components/schemas/${name}` }, value, name),
  };
}
