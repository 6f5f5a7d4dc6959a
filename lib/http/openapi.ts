import * as z from 'zod';
import { type ErrorCode, statusOf } from '@/lib/contracts/app-error';
import type { Endpoint } from '@/lib/contracts/endpoint';
import { endpoints } from '@/lib/contracts/endpoints';
import { ruleComponents } from '@/lib/contracts/rule-components';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, from the declarations that validate requests. */
export function describeApi(url: string, declared: readonly Endpoint[] = endpoints): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of declared) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Signalbox', version: '1', description: 'Everything the interface does, it does through here.' },
    servers: [{ url }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(declared.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Made under Developers > API tokens.' },
        session: { type: 'apiKey', in: 'cookie', name: 'signalbox-session' },
      },
      schemas: { Problem: schemaOf(problem, 'output'), ...ruleComponents() },
    },
  };
}

/** RFC 9457. */
const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(statusOf) as [ErrorCode, ...ErrorCode[]]),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
});

function operation(endpoint: Endpoint): Json {
  const { summary, description, tag, body, example } = endpoint;
  const content = body && { 'application/json': { schema: schemaOf(body, 'input'), ...(example ? { example } : {}) } };
  return {
    operationId: operationId(endpoint),
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(endpoint.public ? { security: [] } : {}),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: responses(endpoint),
  };
}

function operationId({ method, path }: Endpoint): string {
  const parts = path.replace('/api/v1/', '').replace(/[{}]/g, '').split(/[/.-]/);
  return [method.toLowerCase(), ...parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('');
}

function pathParameters({ path }: Endpoint): Json[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters({ query }: Endpoint): Json[] {
  if (!query) return [];
  const { properties, required } = schemaOf(query, 'input');
  const needed = Array.isArray(required) ? required : [];
  const entries = Object.entries(typeof properties === 'object' && properties !== null ? properties : {});
  return entries.map(([name, schema]) => ({ name, in: 'query', required: needed.includes(name), schema }));
}

function responses(endpoint: Endpoint): Json {
  const success = endpoint.status ?? (endpoint.answer ? 200 : 204);
  const content = endpoint.answer && { 'application/json': { schema: schemaOf(endpoint.answer, 'output') } };
  const own = { [success]: { description: endpoint.summary, ...(content ? { content } : {}) } };
  const schema = { $ref: '#/components/schemas/Problem' };
  const failures = Map.groupBy(codesOf(endpoint), (code) => statusOf[code]);
  const problems = [...failures].map(([status, codes]) => {
    return [status, { description: codes.join(', '), content: { 'application/problem+json': { schema } } }];
  });
  return { ...own, ...Object.fromEntries(problems) };
}

function codesOf({ public: open, body, path, errors = [] }: Endpoint): ErrorCode[] {
  const auth: ErrorCode[] = open ? [] : ['unauthenticated', 'forbidden'];
  const bodied: ErrorCode[] = body ? ['malformed', 'too_large', 'unsupported_media_type'] : [];
  const found: ErrorCode[] = path.includes('{') ? ['not_found'] : [];
  return [...new Set<ErrorCode>([...auth, ...bodied, ...found, 'invalid', 'rate_limited', ...errors])];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
