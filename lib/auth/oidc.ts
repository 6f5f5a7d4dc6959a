import { decodeJwt } from 'jose';
import type { Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Database } from '@/db/client';
import type { Environment } from '@/lib/environment';
import type { SessionToken } from './session-token';
import { noteSignIn } from './sign-in';

type Claims = Profile & { email_verified?: boolean };

/** Single sign-on by discovery. Users are invited first; the e-mail address makes the link. */
export function oidcProvider(oidc: NonNullable<Environment['oidc']>): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    name: oidc.name,
    type: 'oauth',
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    userinfo: {
      request: ({ client, tokens: { id_token: idToken = '', access_token: accessToken } }) => {
        const told = client.issuer.metadata.userinfo_endpoint !== undefined && accessToken !== undefined;
        // The library has checked the ID token by now; this only reads it.
        return claimsOf(decodeJwt(idToken), told ? () => client.userinfo(accessToken) : undefined);
      },
    },
    profile: (claims) => ({ id: String(claims.sub) }),
  };
}

/**
 * The claims of the ID token. Issuers may tell the e-mail address at the userinfo endpoint only (OpenID Connect
 * Core 5.4): then they are asked there. @throws Error when that answer is about somebody else
 */
export async function claimsOf(claims: Claims, userinfo: (() => Promise<Claims>) | undefined): Promise<Claims> {
  const complete = claims.email !== undefined && claims.email_verified !== undefined;
  if (complete || !userinfo) return claims;
  const told = await userinfo();
  if (told.sub !== claims.sub) throw new Error('The userinfo endpoint told of another subject than the ID token.');
  return { ...claims, ...told };
}

/** The user of an identity: known by its subject, or by a verified e-mail address the first time. */
export async function sessionOfOidc(db: Database, profile: Profile | undefined): Promise<SessionToken | undefined> {
  const { sub, email, email_verified: verified }: Claims = profile ?? {};
  if (!sub) return undefined;
  const [user] = await db.query<{ accountId: string; id: string; sessionVersion: number }>(
    `update users set oidc_subject = $1, invite_token_hash = null, invite_expires_at = null
      where (account_id, id) = (select account_id, id from users where active and (oidc_subject = $1
          or (oidc_subject is null and $3 and lower(email) = lower($2)))
        order by oidc_subject is null, created_at limit 1)
      returning account_id as "accountId", id, session_version as "sessionVersion"`,
    [sub, email ?? '', verified === true],
  );
  if (!user) return undefined;
  await noteSignIn(db, user.accountId, user.id);
  return { accountId: user.accountId, userId: user.id, sessionVersion: user.sessionVersion };
}
