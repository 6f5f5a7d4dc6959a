import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { sessionSecret } from './session-token';

const cipher = 'aes-256-gcm';

/** Encrypts a stored credential with SIGNALBOX_SECRET: `v1.<iv>.<tag>.<text>`. */
export function encrypt(text: string): string {
  const iv = randomBytes(12);
  const sealing = createCipheriv(cipher, encryptionKey(), iv);
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return ['v1', ...[iv, sealing.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** @throws Error when it was encrypted with another secret, or altered */
export function decrypt(stored: string): string {
  const [version, iv, tag, sealed] = stored.split('.');
  if (version !== 'v1' || !iv || !tag || sealed === undefined) throw new Error('Not an encrypted value');
  const opening = createDecipheriv(cipher, encryptionKey(), Buffer.from(iv, 'base64url'));
  opening.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([opening.update(Buffer.from(sealed, 'base64url')), opening.final()]).toString('utf8');
}

function encryptionKey(): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', sessionSecret(), '', 'signalbox stored credentials', 32));
}
