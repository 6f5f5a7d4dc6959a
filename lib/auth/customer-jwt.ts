/**
 * A customer's JWT, by which a site says who its visitor is: HS256 with a signing key of the channel, `external_id`,
 * optional `name`, `email`, `email_verified`, `language`, `exp`, `nbf`. A `kid` names the key; without one every key is
 * tried. The first fault is told, so that whoever builds the site knows what to mend.
 */
import { compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { ErrorParams } from '@/lib/contracts/app-error';
import type { JwtFault } from '@/lib/contracts/channel-key';
import { email } from '@/lib/contracts/value';

export type SigningKey = {
  id: string;
  name: string;
  active: boolean;
  /** Null when it cannot be decrypted any more. */
  secret: string | null;
};

/** What the verified claims say of a customer. */
export type CustomerIdentity = {
  externalId: string;
  name: string | null;
  email: string | null;
  emailVerified: boolean;
  language: string | null;
};

type Told = {
  header: Readonly<Record<string, unknown>> | null;
  claims: Readonly<Record<string, unknown>> | null;
};

export type CustomerJwt = Told &
  (
    | { verified: true; key: SigningKey; identity: CustomerIdentity }
    | { verified: false; key: SigningKey | null; fault: JwtFault; params: ErrorParams }
  );

/** Clocks of shops differ. */
const TOLERANCE_SECONDS = 30;
const EXTERNAL_ID_LENGTH = 200;
const NAME_LENGTH = 200;

class Refused extends Error {
  readonly fault: JwtFault;
  readonly params: ErrorParams;
  readonly key: SigningKey | null;
  constructor(fault: JwtFault, params: ErrorParams = {}, key: SigningKey | null = null) {
    super(fault);
    this.fault = fault;
    this.params = params;
    this.key = key;
  }
}

/** Never throws for anything in the JWT. `keys` are all of the channel, inactive ones too: they are told by name. */
export async function readCustomerJwt(jwt: string, keys: readonly SigningKey[], now: Date): Promise<CustomerJwt> {
  const told: Told = { header: null, claims: null };
  let key: SigningKey | null = null;
  try {
    const { header, claims } = decode(jwt);
    Object.assign(told, { header, claims });
    if (header.alg !== 'HS256') throw new Refused('jwt_algorithm', { algorithm: String(header.alg).slice(0, 40) });
    key = await keyOf(jwt, header.kid, keys);
    checkTimes(claims, now);
    return { verified: true, key, identity: identityOf(claims), ...told };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { verified: false, key: key ?? error.key, fault: error.fault, params: error.params, ...told };
  }
}

function decode(jwt: string) {
  try {
    return { header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) };
  } catch {
    throw new Refused('jwt_malformed');
  }
}

async function keyOf(jwt: string, kid: unknown, keys: readonly SigningKey[]): Promise<SigningKey> {
  const named = kid === undefined ? keys : keys.filter(({ id }) => id === kid);
  if (kid !== undefined && named.length === 0) throw new Refused('jwt_unknown_key', { kid: String(kid).slice(0, 100) });
  const active = named.filter((each) => each.active);
  // Active ones first: an inactive one is only told of when nothing else fits.
  for (const key of [...active, ...named.filter((each) => !each.active)]) {
    if (key.secret === null || !(await signs(key.secret, jwt))) continue;
    if (!key.active) throw new Refused('jwt_inactive_key', { key: key.name }, key);
    return key;
  }
  if (active.length === 0) throw new Refused('jwt_no_key');
  if (active.every(({ secret }) => secret === null)) throw new Refused('jwt_unreadable_key');
  throw new Refused('jwt_signature');
}

async function signs(secret: string, jwt: string): Promise<boolean> {
  try {
    await compactVerify(jwt, new TextEncoder().encode(secret), { algorithms: ['HS256'] });
    return true;
  } catch {
    return false;
  }
}

function checkTimes({ exp, nbf }: JWTPayload, now: Date): void {
  for (const [claim, value] of Object.entries({ exp, nbf }))
    if (value !== undefined && !Number.isFinite(value)) throw new Refused('jwt_time_claim', { claim });
  const seconds = now.getTime() / 1000;
  if (exp !== undefined && exp <= seconds - TOLERANCE_SECONDS) throw new Refused('jwt_expired', { at: words(exp) });
  if (nbf !== undefined && nbf > seconds + TOLERANCE_SECONDS)
    throw new Refused('jwt_not_yet_valid', { at: words(nbf) });
}

/** `2026-11-21 10:00:00 UTC`; a moment that no calendar has stays a number. */
function words(seconds: number): string {
  const at = new Date(seconds * 1000);
  return Number.isNaN(at.getTime())
    ? String(seconds)
    : at
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC');
}

function identityOf(claims: JWTPayload): CustomerIdentity {
  const { external_id: externalId, name = null, email: address = null, email_verified: verified = false } = claims;
  const { language = null } = claims;
  if (!isText(externalId, EXTERNAL_ID_LENGTH) || externalId.trim() === '')
    throw new Refused('jwt_external_id', { maximum: EXTERNAL_ID_LENGTH });
  if (name !== null && !isText(name, NAME_LENGTH)) throw new Refused('jwt_name', { maximum: NAME_LENGTH });
  if (address !== null && !isAddress(address)) throw new Refused('jwt_email');
  if (typeof verified !== 'boolean') throw new Refused('jwt_email_verified');
  if (language !== null && !(typeof language === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}$/i.test(language)))
    throw new Refused('jwt_language');
  return { externalId, name: name?.trim() || null, email: address?.trim() ?? null, emailVerified: verified, language };
}

function isText(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && value.length <= maximum && !/\p{Cc}/u.test(value) && value.isWellFormed();
}

/** Customers' addresses are ASCII. */
function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^[\x20-\x7e]+$/.test(value) && email.safeParse(value).success;
}
