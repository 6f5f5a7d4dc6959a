import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHMENT_MAX_BYTES } from '@/lib/contracts/attachment';
import { actorOf } from '@/lib/testing/actors';
import { makeConversationRows } from '@/lib/testing/conversation-rows';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { attachmentResponse } from './answer';
import { downloadAttachment, uploadAttachment } from './for-agents';
import { lookAtBytes } from './look-at-bytes';
import { findAttachment, requireLoose } from './read';
import { storeAttachment } from './store';
import { sweepAttachments } from './sweep';

let test: TestDatabase;
let account: TestAccount;
let ada: Context;
let amin: Context;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  account = await makeAccount(test.database);
  ada = { db: test.database, actor: actorOf(account, 'admin') };
  amin = { db: test.database, actor: actorOf(account, 'agent') };
});

/** One white pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAD0lEQVR4nGP4////fwYGBgAP/AL+6NqXbQAAAABJRU5ErkJggg==',
  'base64',
);
const text = (content: string) => new TextEncoder().encode(content);

describe('the kind of a file', () => {
  it('is what its bytes say', () => {
    expect(lookAtBytes(png, 'text/plain')).toEqual({ type: 'image/png', width: 2, height: 3 });
    expect(lookAtBytes(text('GIF89a\x05\x00\x07\x00'), null)).toEqual({ type: 'image/gif', width: 5, height: 7 });
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080009000401011100', 'hex');
    expect(lookAtBytes(jpeg, null)).toEqual({ type: 'image/jpeg', width: 4, height: 9 });
    const webp = Buffer.concat([text('RIFF\0\0\0\0WEBPVP8X'), Buffer.from('0a00000000000000090000130000', 'hex')]);
    expect(lookAtBytes(webp, null)).toEqual({ type: 'image/webp', width: 10, height: 20 });
    expect(lookAtBytes(text('%PDF-1.7'), 'image/png').type).toBe('application/pdf');
  });

  it('is never one that could run, nor an image that is none', () => {
    for (const claimed of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'image/png']) {
      expect(lookAtBytes(text('<script>alert(1)</script>'), claimed).type).toBe('application/octet-stream');
    }
    expect(lookAtBytes(text('a,b'), 'text/csv; charset=utf-8').type).toBe('text/csv');
    expect(lookAtBytes(text('x'), 'nonsense').type).toBe('application/octet-stream');
    expect(lookAtBytes(Buffer.from('ffd8ffe0', 'hex'), null)).toEqual({ type: 'image/jpeg' });
  });
});

describe('a file', () => {
  it('is kept byte by byte, and read by its uploader alone until it is sent', async () => {
    const bytes = new Uint8Array([0, 92, 39, 255, 10]);
    const stored = await uploadAttachment(amin, { name: '../a\u202Eb/Bill “1”.bin' }, { type: null, bytes });
    expect(stored).toMatchObject({ name: 'Bill “1”.bin', size: 5, type: 'application/octet-stream' });
    const { file, bytes: read } = await downloadAttachment(amin, stored.id);
    expect([...read]).toEqual([...bytes]);
    await expect(downloadAttachment(ada, stored.id)).rejects.toMatchObject({ code: 'not_found' });
    const { headers } = attachmentResponse(file, read);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Bill _1_.bin"; filename*=UTF-8''Bill%20%E2%80%9C1%E2%80%9D.bin`,
    );
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('of a conversation is read by whoever sees the conversation', async () => {
    const { conversationId } = await makeConversationRows(test.database, account.accountId);
    const { id } = await uploadAttachment(ada, { name: 'a.png' }, { type: null, bytes: png });
    const take = (group: string) =>
      test.database.query(
        `with moved as (update conversations set group_key = $3 where id = $2 returning 1)
          update attachments set conversation_id = $2, message_seq = 1 where account_id = $1`,
        [account.accountId, conversationId, group],
      );
    await take('support');
    expect((await downloadAttachment(amin, id)).file).toMatchObject({ type: 'image/png', width: 2, height: 3 });
    await take('sales');
    await expect(downloadAttachment(amin, id)).rejects.toMatchObject({ code: 'not_found' });
    const other = await makeAccount(test.database);
    const stranger = { db: test.database, actor: actorOf(other, 'admin') };
    await expect(downloadAttachment(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('too large, empty or one too many is refused', async () => {
    const upload = (bytes: Uint8Array) => uploadAttachment(amin, { name: 'x' }, { type: null, bytes });
    await expect(upload(new Uint8Array(ATTACHMENT_MAX_BYTES + 1))).rejects.toMatchObject({ code: 'too_large' });
    await expect(upload(new Uint8Array())).rejects.toMatchObject({ issues: [{ code: 'empty_file' }] });
    for (let count = 0; count < 50; count += 1) await upload(text('x'));
    await expect(upload(text('x'))).rejects.toMatchObject({ code: 'limit_exceeded' });
    await uploadAttachment(ada, { name: 'x' }, { type: null, bytes: text('x') });
  });

  it('waits for a message of its uploader, each once', async () => {
    const customer = { kind: 'customer', id: account.users.admin.id } as const;
    const { accountId } = account;
    const { id } = await storeAttachment(test.database, accountId, customer, { name: 'x', type: null, bytes: png });
    await requireLoose(test.database, accountId, customer, [id]);
    const refused = (by: typeof customer | { kind: 'user'; id: string }, ids: string[]) =>
      expect(requireLoose(test.database, accountId, by, ids)).rejects;
    await refused({ ...customer, id: account.users.lead.id }, [id]).toMatchObject({
      issues: [{ path: 'attachments[0]', code: 'unknown_attachment' }],
    });
    await refused({ kind: 'user', id: customer.id }, [id]).toMatchObject({ code: 'invalid' });
    await refused(customer, [id, id]).toMatchObject({ issues: [{ path: 'attachments[1]' }] });
  });

  it('that nobody sends is deleted after a day', async () => {
    const { id } = await uploadAttachment(amin, { name: 'x' }, { type: null, bytes: png });
    expect(await sweepAttachments(test.database)).toBe(0);
    expect(await sweepAttachments(test.database, new Date(Date.now() + 25 * 3_600_000))).toBeGreaterThan(0);
    await expect(findAttachment(test.database, account.accountId, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
