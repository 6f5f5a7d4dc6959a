/**
 * Routes of the web widget: called from any site, without cookies. The page may read every answer, a refusal too; what
 * a call reaches follows from the session's token, and the channel says which sites may call.
 */
import type * as z from 'zod';
import { readBearer } from '@/lib/auth/authenticate';
import type { Endpoint } from '@/lib/contracts/endpoint';
import { requireAllowedOrigin } from '@/lib/services/widget/find-channel';
import { requireSession, type WidgetSession } from '@/lib/services/widget/find-session';
import { type AllowanceName, takeAllowance } from './allowance';
import { type Call, publicRoute, type RouteHandler } from './route';

export type SessionCall<Query, Body> = Call<Query, Body> & { session: WidgetSession; token: string };

/** A route before there is a session. The handler asks the channel about `originOf(call.request)`. */
export function widgetRoute<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  endpoint: Endpoint<Q, B, A>,
  handle: (call: Call<z.output<Q>, z.output<B>>) => Promise<z.input<A> | Response>,
): RouteHandler {
  const handler = publicRoute(endpoint, handle);
  return async (request, context) => withCors(request, await handler(request, context));
}

/** A route bound to a session: by `Authorization: Bearer`, else by what `tokenOf` finds. */
export function widgetSessionRoute<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  endpoint: Endpoint<Q, B, A>,
  handle: (call: SessionCall<z.output<Q>, z.output<B>>) => Promise<z.input<A> | Response>,
  { allowance, tokenOf }: { allowance?: AllowanceName; tokenOf?: (query: z.output<Q>) => string | undefined } = {},
): RouteHandler {
  return widgetRoute(endpoint, async (call) => {
    const token = readBearer(call.request.headers.get('authorization')) ?? tokenOf?.(call.query) ?? '';
    const session = await requireSession(call.db, token);
    requireAllowedOrigin(session.channel, originOf(call.request));
    takeAllowance('widgetSession', session.id);
    if (allowance) takeAllowance(allowance, session.id);
    return handle({ ...call, session, token });
  });
}

/** What browsers ask before a call that carries a token or JSON. Whether the site may is answered by the call itself. */
export function widgetPreflight(request: Request): Response {
  const headers = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '86400',
  };
  return withCors(request, new Response(null, { status: 204, headers }));
}

/** The site that a page belongs to; null when the call comes from no page of another site. */
export function originOf(request: Request): string | null {
  return request.headers.get('origin');
}

function withCors(request: Request, response: Response): Response {
  const origin = originOf(request);
  response.headers.append('vary', 'Origin');
  if (origin === null) return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.set('access-control-expose-headers', 'Retry-After, Content-Language');
  return response;
}
