'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Bubble, type BubbleProps } from '@/components/ui/bubble';
import { Button } from '@/components/ui/button';
import { EmailIcon, FailureIcon, LockIcon, OfflineIcon, TriggerIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import type { Outgoing } from '@/lib/client/outbox';
import { discardOutgoing, retrySending } from '@/lib/client/sending';
import type { MessageAuthor, ThreadMails, ThreadMessage, ThreadNote } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { AttachmentList } from './attachment-list';
import { LinkedText } from './linked-text';
import { MailMark, MailNote } from './thread-mail';

export interface ThreadMessageViewProps {
  entry: ThreadMessage | ThreadNote;
  /** How the customer is called. */
  customer: string;
  /** For the avatar; empty for a nameless visitor. */
  customerInitials: string;
  customerId: string;
  /** What became of it by e-mail. */
  mark?: ThreadMails['items'][number] | undefined;
  /** Uuid of the conversation. */
  conversation: string;
}

/** A message or note. An automatic one names the rule that sent it and leads to its run. */
export function ThreadMessageView({
  entry,
  customer,
  customerInitials,
  customerId,
  mark,
  conversation,
}: ThreadMessageViewProps) {
  const t = useTranslations('workspace.thread');
  const formats = useFormats();
  const { author } = entry;
  const name = author.kind === 'customer' ? customer : (author.name ?? t(`author.${author.kind}`));
  const note = entry.kind === 'note';
  const firing = entry.kind === 'message' ? entry.firing : null;
  return (
    <Message
      from={note ? 'note' : FROM[author.kind]}
      avatar={
        author.kind === 'customer' ? (
          <Avatar name={customerInitials} id={customerId} />
        ) : (
          <Avatar name={name} id={author.id ?? name} kind={AVATARS[author.kind]} />
        )
      }
      author={name}
      time={
        <time dateTime={entry.at} title={formats.exact(entry.at)} className="tabular-nums">
          {formats.time(entry.at)}
        </time>
      }
      via={
        firing ? (
          <Link
            href={`/log/${firing.id}`}
            prefetch={false}
            title={t('why', { rule: firing.rule })}
            className="inline-flex items-center gap-1 hover:text-ink hover:underline"
          >
            <TriggerIcon className="size-3" aria-hidden="true" />
            {firing.rule}
          </Link>
        ) : note ? (
          <NoteMark />
        ) : null
      }
      text={entry.text}
      below={
        <>
          {entry.kind === 'message' && entry.mail ? <MailNote mail={entry.mail} /> : null}
          <AttachmentList attachments={entry.attachments} />
          {entry.kind === 'message' ? <Asked entry={entry} /> : null}
          {mark ? <MailMark conversation={conversation} mark={mark} /> : null}
        </>
      }
    />
  );
}

/** What is on its way, or did not get there. */
export function OutgoingMessage({ outgoing, me }: { outgoing: Outgoing; me: { key: string; name: string } | null }) {
  const t = useTranslations('workspace.sending');
  const formats = useFormats();
  const thread = useTranslations('workspace.thread');
  const name = me?.name ?? thread('author.agent');
  return (
    <Message
      from={outgoing.kind === 'note' ? 'note' : 'agent'}
      avatar={<Avatar name={name} id={me?.key ?? name} />}
      author={name}
      time={<span className="tabular-nums">{formats.time(outgoing.at)}</span>}
      via={outgoing.kind === 'note' ? <NoteMark /> : null}
      text={outgoing.text}
      below={
        <>
          <AttachmentList attachments={outgoing.attachments} />
          <div role="status" className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 text-xs">
            {outgoing.state === 'sending' ? <span className="text-ink-3">{t('sending')}</span> : null}
            {outgoing.state === 'waiting' ? (
              <span className="inline-flex items-center gap-1 text-wait-ink">
                <OfflineIcon className="size-3.5" />
                {t('waiting')}
              </span>
            ) : null}
            {outgoing.state === 'failed' ? (
              <>
                <span className="inline-flex items-start gap-1 text-stop-ink">
                  <FailureIcon className="mt-px size-3.5" />
                  <span>{t('failed', { reason: outgoing.problem ?? t('noReason') })}</span>
                </span>
                <Button size="xs" onClick={() => retrySending(outgoing.clientId)}>
                  {t('retry')}
                </Button>
                <Button size="xs" variant="quiet" onClick={() => discardOutgoing(outgoing.clientId)}>
                  {t('discard')}
                </Button>
              </>
            ) : null}
          </div>
        </>
      }
    />
  );
}

function Message({ text, below, ...bubble }: Omit<BubbleProps, 'children'> & { text: string; below: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      {text.trim() === '' ? (
        <Bubble {...bubble} />
      ) : (
        <Bubble {...bubble}>
          <LinkedText text={text} />
        </Bubble>
      )}
      <div className="grid justify-items-start gap-1.5 pl-[34px] empty:hidden [&:not(:has(*))]:hidden">{below}</div>
    </div>
  );
}

function NoteMark() {
  const t = useTranslations('workspace.thread');
  return (
    <span className="inline-flex items-center gap-1 text-wait-ink">
      <LockIcon className="size-3" aria-hidden="true" />
      {t('note')}
    </span>
  );
}

/** What the customer was offered: answers to choose, or a form. */
function Asked({ entry }: { entry: ThreadMessage }) {
  const t = useTranslations('workspace.thread');
  const form = entry.format === 'email_request' || entry.format === 'details_form';
  return (
    <>
      {entry.quickReplies.length > 0 ? (
        <ul aria-label={t('quickReplies')} className="flex flex-wrap gap-1.5">
          {entry.quickReplies.map(({ id, label }) => (
            <li key={id} className="rounded-lg px-2.5 py-0.5 text-xs text-ink-2 inset-ring inset-ring-line-2">
              {label}
            </li>
          ))}
        </ul>
      ) : null}
      {form ? (
        <span className="inline-flex items-center gap-1.5 text-xs text-ink-3">
          <EmailIcon className="size-3.5" />
          {formWords(t, entry)}
        </span>
      ) : null}
    </>
  );
}

function formWords(
  t: ReturnType<typeof useTranslations<'workspace.thread'>>,
  { format, details }: ThreadMessage,
): string {
  const given = [details?.name, details?.email].filter(Boolean).join(', ');
  if (given !== '') return t('detailsGiven', { details: given });
  return format === 'email_request' ? t('emailForm') : t('detailsForm');
}

const FROM: Record<MessageAuthor['kind'], BubbleProps['from']> = {
  customer: 'customer',
  agent: 'agent',
  bot: 'automatic',
  automation: 'automatic',
  system: 'automatic',
};
const AVATARS = { agent: 'person', bot: 'automation', automation: 'automation', system: 'system' } as const;
