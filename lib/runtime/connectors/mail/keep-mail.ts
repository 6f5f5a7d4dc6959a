import type { Queries } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';

export interface KeptMail {
  readonly accountId: string;
  readonly direction: 'in' | 'out';
  readonly messageId: string;
  readonly references: readonly string[];
  readonly integrationKey: string | null;
  readonly conversationId: string | null;
  readonly messageSeq: number | null;
  /** Where answers go. */
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly state: 'received' | 'sent' | 'caught';
}

/** Keeps a mail for threading, and for whoever looks it up; the same one once. Answers its id. */
export async function keepMail(db: Queries, mail: KeptMail): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into mails (account_id, id, direction, message_id, "references", integration_key, conversation_id, message_seq, sender,
        recipients, subject, text, html, headers, files, state, created_at)
      values ($1, $2, $3, $4, array(select jsonb_array_elements_text($5::text::jsonb)), $6, $7::uuid, $8::integer, $9,
        array(select jsonb_array_elements_text($10::text::jsonb)), $11, $12, $13, $14::text::jsonb, $15::text::jsonb, $16, clock_timestamp())
      on conflict (account_id, direction, message_id) do update set state = excluded.state returning id`,
    [
      ...[mail.accountId, uuidV7(), mail.direction, mail.messageId, JSON.stringify(mail.references)],
      ...[mail.integrationKey, mail.conversationId, mail.messageSeq, mail.sender, JSON.stringify(mail.recipients)],
      ...[mail.subject, mail.text, mail.html, JSON.stringify(mail.headers), JSON.stringify(mail.files), mail.state],
    ],
  );
  if (!row) throw new Error('The mail was not kept');
  return row.id;
}
