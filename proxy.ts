import { type NextRequest, NextResponse } from 'next/server';
import { readSessionToken, sessionCookieName } from '@/lib/auth/session-token';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';

/** Pages for everybody. What a page shows is decided by services; this only spares strangers an empty page. */
const open = /^\/(sign-in|set-up|invite|components|measure)(\/|$)/;
/** Documents that are not of the admin center: their routes set a policy of their own. */
const apart = /^\/(demo|widget-preview)(\/|$)/;

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (apart.test(pathname)) return NextResponse.next();
  if (!open.test(pathname) && !(await isSignedIn(request))) {
    const target = new URL('/sign-in', request.url);
    if (pathname !== '/') target.searchParams.set('from', pathname + search);
    return NextResponse.redirect(target);
  }
  return withPolicy(request, pathname + search);
}

async function isSignedIn(request: NextRequest): Promise<boolean> {
  return (await readSessionToken(request.cookies.get(sessionCookieName())?.value)) !== undefined;
}

/** Next takes the nonce for its own scripts from the request's header. */
function withPolicy(request: NextRequest, path: string): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-signalbox-path', path);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

export const config = {
  // Pages alone: the API answers for itself, files are public.
  matcher: ['/((?!api/|_next/|healthz$|readyz$|metrics$|.*\\.[a-z0-9]+$).*)'],
};
