import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeConversationRows } from '@/lib/testing/conversation-rows';
import { embeddedTemplate } from '@/lib/testing/embedded-template';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import { type Database, openDatabase } from './client';
import { copyDatabase } from './copy';
import { attachments, groups, webhooks } from './schema';
import { uuidV7 } from './uuid-v7';

let source: Database;
let target: TestDatabase;

beforeEach(async () => {
  source = await openDatabase({ memory: true, snapshot: await embeddedTemplate() });
  target = await testDatabase();
});
afterEach(async () => {
  await source.close();
  await target.close();
});

async function fill(): Promise<void> {
  const { accountId, groups: known } = await makeAccount(source, { settings: { text: '"é\\n" {}', none: null } });
  // The lower id refers to the higher one: order by key alone would break the foreign key.
  const overflow = { accountId, id: uuidV7(), key: 'night', name: 'Night' };
  await source.drizzle.insert(groups).values(overflow);
  await source.query('update groups set overflow_group_id = $1 where id = $2', [overflow.id, known.support]);
  await source.drizzle.insert(webhooks).values({
    ...{
      accountId,
      id: uuidV7(),
      name: 'Hook',
      url: 'https://example.org',
      secretEncrypted: 's',
      events: ['a,b', '"'],
    },
  });
  const { conversationId } = await makeConversationRows(source, accountId);
  const uploader = { uploaderKind: 'user' as const, uploaderId: uuidV7() };
  const content = { name: 'x.bin', mediaType: 'application/octet-stream', size: 4 };
  const file = { accountId, conversationId, ...uploader, ...content };
  const bytes = new Uint8Array([0, 92, 39, 255]);
  await source.drizzle.insert(attachments).values(Array.from({ length: 9 }, () => ({ ...file, id: uuidV7(), bytes })));
  await source.query(
    `insert into once_marks select $1::uuid, gen_random_uuid(), gen_random_uuid(), gen_random_uuid() from generate_series(1, 2500)`,
    [accountId],
  );
  await source.query(`select nextval('ticket_numbers') from generate_series(1, 41)`);
}

/** Every row of every table as text: the same in both databases, or something was lost on the way. */
async function contents(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const read: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ md5: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as md5 from "${name}" t`,
    );
    read[name] = row?.md5 ?? '';
  }
  return read;
}

describe(`copy of the embedded database to ${testDatabaseKind()}`, () => {
  it('brings every row, byte and number over', async () => {
    await fill();
    const { tables, findings } = await copyDatabase(source, target.database);
    expect(findings).toEqual([]);
    expect(tables).toContainEqual({ table: 'once_marks', rows: 2_500 });
    await source.query(`set time zone 'UTC'`);
    expect(await contents(target.database)).toEqual(await contents(source));
    expect(await target.database.query(`select nextval('ticket_numbers') as next`)).toEqual([{ next: 42 }]);
  });

  it('refuses a target that has rows', async () => {
    await fill();
    await makeAccount(target.database);
    await expect(copyDatabase(source, target.database)).rejects.toThrow('The target is not empty: table accounts');
  });

  it('refuses another schema', async () => {
    await target.database.query('delete from drizzle.__drizzle_migrations where id = 1');
    await expect(copyDatabase(source, target.database)).rejects.toThrow('different migrations');
  });

  it('leaves the target empty when a row cannot be copied', async () => {
    await fill();
    await target.database.query('alter table webhooks add constraint never check (false)');
    await expect(copyDatabase(source, target.database)).rejects.toMatchObject({ code: '23514' });
    expect(await target.database.query('select id from accounts')).toEqual([]);
  });

  it('reports what was wrong before, and copies it', async () => {
    await fill();
    await source.query('update conversations set event_seq = 7');
    const { findings } = await copyDatabase(source, target.database);
    expect(findings.map(({ check }) => check)).toEqual(['event_gaps']);
  });
});
