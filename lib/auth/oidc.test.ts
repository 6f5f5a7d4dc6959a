import { describe, expect, it, vi } from 'vitest';
import { claimsOf } from './oidc';

const verified = { email: 'ada@example.com', email_verified: true };

describe('claims of an identity', () => {
  it('come from the ID token alone when it is complete', async () => {
    const userinfo = vi.fn(async () => ({ sub: 's-1', email: 'other@example.com' }));
    expect(await claimsOf({ sub: 's-1', ...verified }, userinfo)).toEqual({ sub: 's-1', ...verified });
    expect(userinfo).not.toHaveBeenCalled();
  });

  it('come from userinfo when the ID token has no e-mail address, or does not say whether it is verified', async () => {
    const userinfo = async () => ({ sub: 's-1', ...verified });
    expect(await claimsOf({ sub: 's-1' }, userinfo)).toEqual({ sub: 's-1', ...verified });
    expect(await claimsOf({ sub: 's-1', email: 'old@example.com' }, userinfo)).toEqual({ sub: 's-1', ...verified });
  });

  it('are refused when userinfo tells of another subject', async () => {
    await expect(claimsOf({ sub: 's-1' }, async () => ({ sub: 's-2', ...verified }))).rejects.toThrow(
      'another subject',
    );
  });

  it('stay as they are when the issuer has no userinfo', async () => {
    expect(await claimsOf({ sub: 's-1' }, undefined)).toEqual({ sub: 's-1' });
  });
});
