import type { Queries, Row } from '@/db/client';
import type { WidgetMessage } from '@/lib/contracts/widget';
import { presentFile } from '../attachments/read';
import type { WidgetSession } from './find-session';

/** Which messages, oldest first: the last ones, those after a number, or those before one. */
export type Wanted =
  | { readonly last: number }
  | { readonly after: number; readonly limit: number }
  | { readonly before: number; readonly limit: number };

interface MessageRow extends Row {
  seq: number;
  authorKind: WidgetMessage['author']['kind'];
  authorName: string | null;
  avatar: string | null;
  agentName: string | null;
  agentAvatar: string | null;
  botAvatar: string | null;
  text: string;
  meta: Record<string, unknown> | null;
  clientId: string | null;
  files: { id: string; name: string; type: string; size: number; width: number | null; height: number | null }[] | null;
  at: Date;
}

type Bound = Pick<WidgetSession, 'accountId' | 'channel'>;

/** Messages of a conversation that the caller knows to be the customer's. */
export async function readMessages(
  db: Queries,
  { accountId, channel }: Bound,
  conversation: string,
  wanted: Wanted,
): Promise<WidgetMessage[]> {
  const ascending = 'after' in wanted;
  const bound = 'after' in wanted ? wanted.after : 'before' in wanted ? wanted.before : null;
  const rows = await db.query<MessageRow>(
    `select m.seq, m.author_kind as "authorKind", m.author_name as "authorName", m.avatar, m.body as text, m.meta,
        m.client_id as "clientId", m.created_at as at, g.name as "agentName", g.avatar as "agentAvatar",
        b.avatar as "botAvatar", (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.media_type,
          'size', f.size, 'width', f.width, 'height', f.height) order by f.position) from attachments f
          where f.account_id = m.account_id and f.conversation_id = m.conversation_id and f.message_seq = m.seq) as files
      from messages m
      left join agents g on m.author_kind = 'agent' and g.account_id = m.account_id and g.key = m.author_id
      left join bots b on m.avatar like 'bot:%' and b.account_id = m.account_id and b.key = substr(m.avatar, 5)
      where m.account_id = $1 and m.conversation_id = $2 and m.kind <> 'note'
        and ($3::integer is null or m.seq ${ascending ? '>' : '<'} $3)
      order by m.seq ${ascending ? 'asc' : 'desc'} limit $4`,
    [accountId, conversation, bound, 'last' in wanted ? wanted.last : wanted.limit],
  );
  const messages = rows.map((row) => present(conversation, channel, row));
  return ascending ? messages : messages.reverse();
}

function present(conversation: string, channel: WidgetSession['channel'], row: MessageRow): WidgetMessage {
  const { seq, authorKind, text, clientId, files, at } = row;
  const quickReplies = quickRepliesOf(seq, row.meta);
  return {
    seq,
    id: `${conversation}/${seq}`,
    ...(authorKind === 'customer' && clientId !== null && { clientId }),
    author: authorOf(row, channel),
    text,
    ...(quickReplies.length > 0 && { quickReplies }),
    ...(files && {
      attachments: files.map((file) => ({ ...presentFile(file), url: `/api/widget/v1/attachments/${file.id}` })),
    }),
    at: at.toISOString(),
  };
}

function authorOf(row: MessageRow, { brand, settings }: WidgetSession['channel']): WidgetMessage['author'] {
  const { authorKind: kind, authorName, avatar, agentName, agentAvatar, botAvatar } = row;
  if (kind === 'customer') return { kind, name: authorName ?? '' };
  const logo = typeof settings.logo === 'string' ? settings.logo : null;
  const picture = kind === 'agent' ? agentAvatar : avatar?.startsWith('bot:') ? botAvatar : logo;
  return { kind, name: authorName ?? agentName ?? brand, ...(picture && { avatar: picture }) };
}

/** Triggers keep the labels alone, bots their own ids. */
export function quickRepliesOf(seq: number, meta: Record<string, unknown> | null): { id: string; label: string }[] {
  const stored: unknown[] = Array.isArray(meta?.quickReplies) ? meta.quickReplies : [];
  return stored.flatMap((each, index) => {
    if (typeof each === 'string') return [{ id: `${seq}-${index + 1}`, label: each }];
    if (typeof each !== 'object' || each === null || !('id' in each) || !('label' in each)) return [];
    return [{ id: String(each.id), label: String(each.label) }];
  });
}
