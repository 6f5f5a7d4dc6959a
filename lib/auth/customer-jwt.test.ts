import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCustomerJwt, type SigningKey } from './customer-jwt';

const now = new Date('2026-11-21T10:00:00Z');
const seconds = now.getTime() / 1000;
const key = (id: string, more: Partial<SigningKey> = {}): SigningKey => ({
  ...{ id, name: `Key ${id}`, active: true, secret: `secret-of-${id}` },
  ...more,
});

/** Signed by hand, so that what the library would refuse to sign can be tried too. */
function sign(claims: object, { secret = 'secret-of-a', header = {} as object, hash = 'sha256' } = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part(claims)}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

const read = (jwt: string, keys = [key('a')]) => readCustomerJwt(jwt, keys, now);
const faultOf = async (jwt: string, keys?: SigningKey[]) => {
  const result = await read(jwt, keys);
  return result.verified ? 'verified' : result.fault;
};

describe('a customer’s JWT', () => {
  it('says who the customer is', async () => {
    const claims = {
      ...{ external_id: 'u-1', name: ' Ada ', email: 'ada@example.org', email_verified: true, language: 'fr-CA' },
      ...{ exp: seconds + 60, plan: 'gold' },
    };
    expect(await read(sign(claims))).toMatchObject({
      verified: true,
      key: { id: 'a' },
      identity: {
        ...{ externalId: 'u-1', name: 'Ada', email: 'ada@example.org', emailVerified: true, language: 'fr-CA' },
      },
      claims,
    });
    expect(await read(sign({ external_id: 'u-1' }))).toMatchObject({
      identity: { name: null, email: null, emailVerified: false, language: null },
    });
  });

  it('is accepted with any active key, and only with the one that it names', async () => {
    const keys = [key('a'), key('b')];
    const signedByB = { secret: 'secret-of-b' };
    expect(await faultOf(sign({ external_id: 'u' }, signedByB), keys)).toBe('verified');
    expect(await faultOf(sign({ external_id: 'u' }, { ...signedByB, header: { kid: 'b' } }), keys)).toBe('verified');
    expect(await faultOf(sign({ external_id: 'u' }, { ...signedByB, header: { kid: 'a' } }), keys)).toBe(
      'jwt_signature',
    );
    expect(await faultOf(sign({ external_id: 'u' }, { header: { kid: 'z' } }), keys)).toBe('jwt_unknown_key');
    expect(await faultOf(sign({ external_id: 'u' }, { header: { kid: 7 } }), keys)).toBe('jwt_unknown_key');
  });

  it('is told apart when its key is inactive, unreadable or missing', async () => {
    const inactive = key('a', { active: false });
    const jwt = sign({ external_id: 'u' });
    expect(await read(jwt, [inactive, key('b')])).toMatchObject({
      ...{ fault: 'jwt_inactive_key', params: { key: 'Key a' }, key: { id: 'a' } },
    });
    expect(await faultOf(jwt, [])).toBe('jwt_no_key');
    expect(await faultOf(sign({ external_id: 'u' }, { secret: 'other' }), [inactive])).toBe('jwt_no_key');
    expect(await faultOf(jwt, [key('a', { secret: null })])).toBe('jwt_unreadable_key');
    expect(await faultOf(jwt, [key('b', { secret: null }), key('a')])).toBe('verified');
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'jwt_malformed'],
    ['words', 'not a token', 'jwt_malformed'],
    ['two parts', 'a.b', 'jwt_malformed'],
    ['claims that are a list', sign([]), 'jwt_malformed'],
    ['no algorithm', sign({ external_id: 'u' }, { header: { alg: 'none' } }), 'jwt_algorithm'],
    ['another algorithm', sign({ external_id: 'u' }, { header: { alg: 'HS512' }, hash: 'sha512' }), 'jwt_algorithm'],
    ['an asymmetric algorithm', sign({ external_id: 'u' }, { header: { alg: 'RS256' } }), 'jwt_algorithm'],
    ['a forged signature', sign({ external_id: 'u' }, { secret: 'guessed' }), 'jwt_signature'],
    ['a critical extension', sign({ external_id: 'u' }, { header: { crit: ['x'], x: 1 } }), 'jwt_signature'],
    ['a signature cut off', sign({ external_id: 'u' }).slice(0, -3), 'jwt_signature'],
    ['the past', sign({ external_id: 'u', exp: seconds - 31 }), 'jwt_expired'],
    ['the future', sign({ external_id: 'u', nbf: seconds + 31 }), 'jwt_not_yet_valid'],
    ['a time in words', sign({ external_id: 'u', exp: '2027-01-01' }), 'jwt_time_claim'],
    ['no customer', sign({ name: 'Ada' }), 'jwt_external_id'],
    ['a number as customer', sign({ external_id: 7 }), 'jwt_external_id'],
    ['spaces as customer', sign({ external_id: '  ' }), 'jwt_external_id'],
    ['a long customer', sign({ external_id: 'u'.repeat(201) }), 'jwt_external_id'],
    ['a customer with U+0000', sign({ external_id: 'u\u0000' }), 'jwt_external_id'],
    ['half a surrogate', sign({ external_id: 'u\ud800' }), 'jwt_external_id'],
    ['a name of two lines', sign({ external_id: 'u', name: 'A\nB' }), 'jwt_name'],
    ['a name that is none', sign({ external_id: 'u', name: {} }), 'jwt_name'],
    ['an accented address', sign({ external_id: 'u', email: 'zoé@example.org' }), 'jwt_email'],
    ['no address', sign({ external_id: 'u', email: 'ada' }), 'jwt_email'],
    ['a doubtful verification', sign({ external_id: 'u', email_verified: 'yes' }), 'jwt_email_verified'],
    ['a language in words', sign({ external_id: 'u', language: 'French please' }), 'jwt_language'],
  ])('with %s is refused', async (_what, jwt, fault) => {
    expect(await faultOf(jwt)).toBe(fault);
  });

  it('may be half a minute off, and tells when it expired', async () => {
    expect(await faultOf(sign({ external_id: 'u', exp: seconds - 20 }))).toBe('verified');
    expect(await faultOf(sign({ external_id: 'u', nbf: seconds + 20 }))).toBe('verified');
    expect(await read(sign({ external_id: 'u', exp: seconds - 3600 }))).toMatchObject({
      params: { at: '2026-11-21 09:00:00 UTC' },
      claims: { external_id: 'u' },
      key: { id: 'a' },
    });
    expect(await read(sign({ external_id: 'u', exp: -1e300 }))).toMatchObject({ params: { at: '-1e+300' } });
  });
});
