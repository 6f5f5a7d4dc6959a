import type { ThreadMessage, ThreadNote } from '@/lib/contracts/workspace';
import type { MailNote } from '@/lib/engine/state/literal-event';
import { FILES_OF, type FileRow, presentFile } from '../attachments/read';
import { iso } from '../search-pattern';
import { AUTHOR } from './rows';

/** A message or note of a thread, of messages `m`. */
export const MESSAGE_COLUMNS = `m.seq, m.client_id as "clientId", ${AUTHOR} as author, m.kind as format, m.body as text, m.meta,
  m.created_at as at, case when m.origin_firing is not null then jsonb_build_object('id', m.origin_firing, 'rule',
    coalesce((select f.rule_name from firings f where f.account_id = m.account_id and f.id = m.origin_firing), '')) end as firing,
  ${FILES_OF} as files`;

/** As `MESSAGE_COLUMNS` answers it. */
export type MessageRow = Omit<ThreadMessage, 'kind' | 'at' | 'quickReplies' | 'details' | 'attachments' | 'mail'> & {
  at: Date;
  meta: { quickReplies?: unknown; details?: unknown; mail?: MailNote } | null;
  files: FileRow[] | null;
};

export function presentMessage({ meta, files, at, format, firing, ...row }: MessageRow): ThreadMessage | ThreadNote {
  const common = { ...row, at: iso(at), attachments: (files ?? []).map(presentFile) };
  if (format === 'note') return { kind: 'note', ...common };
  const { quickReplies, details, mail } = meta ?? {};
  const said = { quickReplies: quickRepliesOf(quickReplies), details: detailsOf(details), mail: mailOf(mail) };
  return { kind: 'message', ...common, format, firing, ...said };
}

function quickRepliesOf(given: unknown): ThreadMessage['quickReplies'] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((each: unknown) => {
    const { id, label } = Object(each);
    return typeof label === 'string' ? [{ id: typeof id === 'string' ? id : label, label }] : [];
  });
}

function detailsOf(given: unknown): ThreadMessage['details'] {
  if (typeof given !== 'object' || given === null) return null;
  const { name, email } = Object(given);
  return { ...(typeof name === 'string' && { name }), ...(typeof email === 'string' && { email }) };
}

function mailOf(note: MailNote | undefined): ThreadMessage['mail'] {
  if (!note) return null;
  return { quoted: note.quoted ?? null, from: note.from ?? null, leftOut: [...(note.leftOut ?? [])] };
}
