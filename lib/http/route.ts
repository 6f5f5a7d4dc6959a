import type * as z from 'zod';
import { type Database, getDatabase } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import { authenticate } from '@/lib/auth/authenticate';
import { AppError } from '@/lib/contracts/app-error';
import type { Endpoint } from '@/lib/contracts/endpoint';
import { parse } from '@/lib/contracts/issues';
import { chooseLocale, LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';
import { takeAllowance } from './allowance';
import { checkDocument, checkText } from './check-text';
import { clientAddress } from './client-address';
import { readCookie } from './cookies';
import { countRequest } from './metrics';
import { problemResponse } from './problem';
import { readJson } from './read-body';
import { requireSameOrigin } from './same-origin';

/** What a handler gets: everything parsed. `params` are the path's, decoded. */
export type Call<Query, Body> = {
  db: Database;
  request: Request;
  params: Readonly<Record<string, string>>;
  query: Query;
  body: Body;
  /** Version named by `If-Match: "3"`. */
  ifMatch: number | undefined;
  locale: Locale;
  address: string;
};

export type ActorCall<Query, Body> = Call<Query, Body> & { actor: Actor };

export type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * A route handler from its endpoint. Authenticates by token or session, limits rate and size, parses and validates;
 * whatever is thrown becomes a problem document. A Response from `handle` is passed on as it is.
 */
export function route<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  endpoint: Endpoint<Q, B, A>,
  handle: (call: ActorCall<z.output<Q>, z.output<B>>) => Promise<z.input<A> | Response>,
): RouteHandler {
  return adapt(endpoint, async (call) => {
    const { actor, session } = await authenticateOnce(call);
    if (session && endpoint.method !== 'GET') requireSameOrigin(call.request);
    takeAllowance(rateOf(endpoint), `${actor.kind} ${actor.id}`);
    return handle({ ...(await fill(endpoint, call)), actor });
  });
}

/** The same without an actor: set-up, invitations, the widget. Writes must be JSON; allowance by address. */
export function publicRoute<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  endpoint: Endpoint<Q, B, A>,
  handle: (call: Call<z.output<Q>, z.output<B>>) => Promise<z.input<A> | Response>,
): RouteHandler {
  return adapt(endpoint, async (call) => {
    takeAllowance(endpoint.rate ?? 'public', call.address);
    return handle(await fill(endpoint, call));
  });
}

type Bare = Pick<Call<unknown, unknown>, 'db' | 'request' | 'params' | 'locale' | 'address'>;

function adapt(endpoint: Endpoint, handle: (call: Bare) => Promise<unknown>): RouteHandler {
  const answer = async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    const locale = chooseLocale(readCookie(request, LOCALE_COOKIE), request.headers.get('accept-language'));
    try {
      const params = readParams(await context.params);
      const address = clientAddress(request.headers);
      const result = await handle({ db: await getDatabase(), request, params, locale, address });
      return result instanceof Response ? result : respond(endpoint, result);
    } catch (error) {
      return problemResponse(error, locale, `${endpoint.method} ${endpoint.path}`);
    }
  };
  return async (request, context) => {
    const start = performance.now();
    const response = await answer(request, context);
    countRequest(endpoint.method, endpoint.path, response.status, (performance.now() - start) / 1000);
    return response;
  };
}

async function authenticateOnce(call: Bare) {
  try {
    return await authenticate(call.db, call.request);
  } catch (error) {
    if (error instanceof AppError && error.status === 401) takeAllowance('failedSignIn', call.address);
    throw error;
  }
}

async function fill<Q extends z.ZodType, B extends z.ZodType>(endpoint: Endpoint<Q, B>, call: Bare) {
  return {
    ...call,
    query: readQuery(endpoint, call.request),
    body: await readBody(endpoint, call.request),
    ifMatch: readIfMatch(call.request),
  };
}

function readParams(params: unknown): Record<string, string> {
  const entries = Object.entries(typeof params === 'object' && params !== null ? params : {});
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const text = decode(Array.isArray(value) ? value.join('/') : String(value));
      checkText(text, [name]);
      if (text.length > 300) throw new AppError('not_found', { kind: name, id: text.slice(0, 100) });
      return [name, text];
    }),
  );
}

/** Next leaves path parameters of handlers encoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError('malformed', { reason: 'not_utf8' });
  }
}

function readQuery<Q extends z.ZodType>(endpoint: Endpoint<Q>, request: Request): z.output<Q> {
  const given: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    checkText(value, [name]);
    checkDocument({ [name]: value });
    given[name] = value;
  }
  // Endpoints without a query declare none: their type is that of an empty object.
  return endpoint.query ? parse(endpoint.query, given) : ({} as z.output<Q>);
}

async function readBody<B extends z.ZodType>(endpoint: Endpoint<z.ZodType, B>, request: Request): Promise<z.output<B>> {
  if (!endpoint.body) return undefined as z.output<B>;
  // An optional body may be left out altogether.
  if (request.body === null && endpoint.body.safeParse(undefined).success) return parse(endpoint.body, undefined);
  const document = await readJson(request, endpoint.maxBytes ?? 1_000_000);
  checkDocument(document, endpoint.uncheckedText);
  return parse(endpoint.body, document);
}

function readIfMatch(request: Request): number | undefined {
  const header = request.headers.get('if-match');
  if (header === null || header.trim() === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined) throw new AppError('malformed', { reason: 'if_match' });
  return Number(version);
}

function rateOf(endpoint: Endpoint) {
  return endpoint.rate ?? 'standard';
}

function respond(endpoint: Endpoint, result: unknown): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (result === undefined) return new Response(null, { status: endpoint.status ?? 204, headers });
  headers.set('content-type', 'application/json; charset=utf-8');
  if (typeof result === 'object' && result !== null && 'version' in result && typeof result.version === 'number') {
    headers.set('etag', `"${result.version}"`);
  }
  return new Response(JSON.stringify(result), { status: endpoint.status ?? 200, headers });
}
