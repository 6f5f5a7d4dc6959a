import { randomBytes } from 'node:crypto';
import { hashToken } from '@/lib/auth/api-token';
import { environment } from '@/lib/environment';

const validFor = 7 * 24 * 3_600_000;

/** A link that sets a first or a new password; only its hash is stored. */
export function makeInvitationLink(now = Date.now()): { url: string; hash: string; expiresAt: Date } {
  const token = randomBytes(32).toString('base64url');
  return { url: `${environment().url}/invite/${token}`, hash: hashToken(token), expiresAt: new Date(now + validFor) };
}
