import type { NextAuthOptions, User } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { getDatabase } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { credentials } from '@/lib/contracts/team';
import { environment } from '@/lib/environment';
import { clientAddress } from '@/lib/http/client-address';
import { oidcProvider, sessionOfOidc } from './oidc';
import { isSecureSite, type SessionToken, sessionCookieName, sessionLifetime, sessionSecret } from './session-token';
import { signIn } from './sign-in';

/** The sign-in library's settings; made per request, since the environment is not known while building. */
export function authOptions(): NextAuthOptions {
  const { oidc } = environment();
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: sessionLifetime },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() },
      },
    },
    providers: [passwordProvider(), ...(oidc ? [oidcProvider(oidc)] : [])],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== 'oidc') return true;
        return (await sessionOfOidc(await getDatabase(), profile)) ? true : '/sign-in?error=not_invited';
      },
      async jwt({ token, user, account, profile }) {
        const session =
          account?.provider === 'oidc' ? await sessionOfOidc(await getDatabase(), profile) : sessionOf(user);
        // The token holds nothing else: name and e-mail are read where they are shown.
        return session ? { ...session } : token;
      },
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    name: 'password',
    credentials: { email: {}, password: {} },
    async authorize(given, request) {
      const headers = new Headers(toPairs(request.headers));
      const { email, password } = given ?? {};
      try {
        const session = await signIn(
          await getDatabase(),
          parse(credentials, { email, password }),
          clientAddress(headers),
        );
        return { id: session.userId, session };
      } catch (error) {
        // The library passes a message through to the page, as `error`.
        throw new Error(error instanceof AppError ? signInCode(error) : 'internal');
      }
    },
  });
}

function signInCode(error: AppError): string {
  if (error.code === 'rate_limited') return `rate_limited:${error.params.seconds}`;
  return error.code === 'invalid' ? 'wrong_credentials' : error.code;
}

/** What `authorize` answered comes back as `user`. */
function sessionOf(user: User | undefined): SessionToken | undefined {
  const session: unknown = user && Reflect.get(user, 'session');
  // Made above, in this process.
  return session === undefined ? undefined : (session as SessionToken);
}

function toPairs(headers: unknown): [string, string][] {
  if (typeof headers !== 'object' || headers === null) return [];
  return Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
