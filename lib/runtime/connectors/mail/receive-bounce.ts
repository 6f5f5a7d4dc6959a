import type { Database } from '@/db/client';
import { runCommand } from '../../conversations/command';
import type { IngestOptions } from '../../ingest/ingest';
import type { Bounce } from './incoming-mail';

/** A mail of ours did not arrive, or does not yet: its conversation says so beside the message. */
export async function receiveBounce(
  database: Database,
  accountId: string,
  { messageId, recipients }: Bounce,
  key: string,
  options: IngestOptions,
): Promise<'bounce'> {
  const recipient =
    recipients.find(({ action }) => action === 'failed') ?? recipients.find(({ action }) => action === 'delayed');
  if (!recipient || messageId === null) return 'bounce';
  const [mail] = await database.query<{ id: string; seq: number | null; conversation: string | null }>(
    `select m.id, m.message_seq as seq, c.ext_id as conversation from mails m
      left join conversations c on c.account_id = m.account_id and c.id = m.conversation_id
      where m.account_id = $1 and m.direction = 'out' and m.message_id = $2`,
    [accountId, messageId],
  );
  if (!mail) return 'bounce';
  const { address, action, status, diagnostic } = recipient;
  const reason = action === 'failed' ? 'returned' : 'delayed';
  if (mail.conversation !== null) {
    const undelivered = { address, message: mail.seq, reason, detail: diagnostic ?? status };
    const command = { verb: 'tell_undelivered', mail: undelivered } as const;
    await runCommand(database, accountId, mail.conversation, command, { ...options, key });
  }
  if (action === 'failed') {
    await database.query(
      `update mails set state = 'bounced', error = $3::text::jsonb where account_id = $1 and id = $2`,
      [accountId, mail.id, JSON.stringify({ address, status, detail: diagnostic })],
    );
  }
  return 'bounce';
}
