import { SignJWT } from 'jose';
import type { Queries } from '@/db/client';
import { decrypt } from '@/lib/auth/encryption';
import { DEMO_KEY, type DemoShop } from './find-shop';

/**
 * A JWT that says who the shop's visitor is, good for an hour, as a site's own server makes it (docs/widget.md). Only
 * ids that begin with `demo-` are signed for. Undefined where the channel has no key for the shop.
 */
export async function signForDemoCustomer(
  db: Queries,
  { accountId, channelId }: DemoShop,
  { id, name, email, verified }: { id: `demo-${string}`; name: string; email: string; verified: boolean },
): Promise<string | undefined> {
  const [key] = await db.query<{ id: string; secret: string }>(
    `select id, secret_encrypted as secret from channel_keys
      where account_id = $1 and channel_id = $2 and active and name = $3 order by created_at limit 1`,
    [accountId, channelId, DEMO_KEY],
  );
  if (!key) return undefined;
  return new SignJWT({ external_id: id, name, email, email_verified: verified })
    .setProtectedHeader({ alg: 'HS256', kid: key.id })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(decrypt(key.secret)));
}
