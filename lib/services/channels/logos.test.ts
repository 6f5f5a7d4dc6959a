import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { deleteChannel } from './delete';
import { readLogo, uploadLogo } from './logos';
import { getChannel } from './read';
import { updateChannel } from './update';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  home = await makeAccount(test.database);
  elsewhere = await makeAccount(test.database);
});
afterAll(() => test.close());

const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });
/** The first bytes of a picture, and something that tells it from others. */
const png = (mark: number) =>
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(16).fill(1), mark]);
const digestOf = ({ logo }: { logo: string }) => logo.split('/').at(-1) ?? '';

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
  }
}

it('an uploaded image is public by its digest and shown once the settings name it', async () => {
  const uploaded = await uploadLogo(as('admin'), 'web', png(1));
  expect(uploaded.logo).toMatch(/^\/api\/v1\/logos\/[0-9a-f]{64}$/);
  const read = await readLogo(test.database, digestOf(uploaded));
  expect([read.type, Buffer.from(read.bytes).equals(png(1))]).toEqual(['image/png', true]);
  await updateChannel(as('admin'), 'web', { settings: uploaded });
  expect((await getChannel(as('agent'), 'web')).settings).toMatchObject(uploaded);
  await updateChannel(as('admin'), 'web', { settings: { logo: null } });
  expect((await getChannel(as('agent'), 'web')).settings).not.toHaveProperty('logo');
});

it('images that nothing shows go after a day, or when many others came', async () => {
  const { accountId } = home;
  const shown = await uploadLogo(as('admin'), 'web', png(2));
  await updateChannel(as('admin'), 'web', { settings: shown });
  const forgotten = await uploadLogo(as('admin'), 'web', png(3));
  await test.database.query("update channel_logos set created_at = now() - interval '2 days' where account_id = $1", [
    accountId,
  ]);
  for (let mark = 10; mark < 25; mark++) await uploadLogo(as('admin'), 'web', png(mark));
  expect(await codeOf(readLogo(test.database, digestOf(forgotten)))).toBe('not_found');
  expect(await codeOf(readLogo(test.database, digestOf(shown)))).toBe('nothing was refused');
  const rows = await test.database.query('select 1 from channel_logos where account_id = $1', [accountId]);
  expect(rows).toHaveLength(11);
});

it('is refused to others, for others’ channels, and for what is no small image', async () => {
  for (const role of ['lead', 'agent'] as const)
    expect(await codeOf(uploadLogo(as(role), 'web', png(1)))).toBe('forbidden');
  expect(await codeOf(uploadLogo(as('admin', elsewhere), home.channels.web, png(1)))).toBe('not_found');
  expect(await codeOf(uploadLogo(as('admin'), 'web', new Uint8Array()))).toBe('invalid :empty_file');
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect(await codeOf(uploadLogo(as('admin'), 'web', svg))).toBe('invalid :not_an_image');
  expect(await codeOf(uploadLogo(as('admin'), 'web', new Uint8Array(256_001)))).toBe('too_large');
  for (const name of ['', 'x', '0'.repeat(64)]) expect(await codeOf(readLogo(test.database, name))).toBe('not_found');
});

it('a logo is an address on the web or an uploaded one, and goes with its channel', async () => {
  const refused = [
    'http://shop.example.com/a.png',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '/a.png',
    'https://',
  ];
  for (const logo of refused)
    expect(await codeOf(updateChannel(as('admin'), 'web', { settings: { logo } })), logo).toBe(
      'invalid settings.logo:not_a_logo',
    );
  const logo = 'https://shop.example.com/logo.png';
  expect((await updateChannel(as('admin'), 'web', { settings: { logo } })).settings).toMatchObject({ logo });
  const uploaded = await uploadLogo(as('admin', elsewhere), 'web', png(9));
  await deleteChannel(as('admin', elsewhere), 'web');
  expect(await codeOf(readLogo(test.database, digestOf(uploaded)))).toBe('not_found');
});
