'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmailIcon, FailureIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { problemText } from '@/lib/client/fetcher';
import { useRetryMail } from '@/lib/client/thread-mails';
import type { ThreadMail, ThreadMails } from '@/lib/contracts/workspace';
import { useFileSize } from './file-size';
import { LinkedText } from './linked-text';

/** Of a message that came by e-mail: who else sent it, what it quotes, and files that were too large. */
export function MailNote({ mail: { quoted, from, leftOut } }: { mail: ThreadMail }) {
  const t = useTranslations('mail');
  const size = useFileSize();
  const files = leftOut.map((file) => `${file.name} (${size(file.size)})`).join(', ');
  return (
    <>
      {from === null ? null : <p className="text-xs break-all text-ink-3">{t('fromOther', { address: from })}</p>}
      {quoted === null ? null : (
        <details className="max-w-130 min-w-0 text-xs text-ink-2">
          <summary className="w-fit cursor-pointer text-ink-3 hover:text-ink max-phone:min-h-11 max-phone:content-center">
            {t('quoted')}
          </summary>
          <div className="mt-1 border-l-2 border-line-2 pl-2.5 break-words whitespace-pre-wrap">
            <LinkedText text={quoted} />
          </div>
        </details>
      )}
      {leftOut.length === 0 ? null : <p className="text-xs break-words text-wait-ink">{t('leftOut', { files })}</p>}
    </>
  );
}

interface MailMarkProps {
  /** Uuid of the conversation. */
  conversation: string;
  mark: ThreadMails['items'][number];
}

/** What became of our message by e-mail; leads to the mail for who may read it. What failed can be sent again. */
export function MailMark({ conversation, mark }: MailMarkProps) {
  const t = useTranslations('mail.out');
  const retry = useRetryMail(conversation);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <MarkLine mark={mark} />
      {mark.state === 'failed' ? (
        <Button size="xs" busy={retry.isPending} onClick={() => retry.mutate(mark.message)}>
          {t('retry')}
        </Button>
      ) : null}
      {retry.error ? (
        <span role="alert" className="text-xs text-stop-ink">
          {problemText(retry.error, t('retryFailed'))}
        </span>
      ) : null}
    </div>
  );
}

function MarkLine({ mark }: Pick<MailMarkProps, 'mark'>) {
  const words = useMarkWords()(mark);
  const { state, mail } = mark;
  const Icon = state === 'failed' || state === 'bounced' ? FailureIcon : EmailIcon;
  return (
    <span className={`inline-flex items-start gap-1.5 text-xs ${TONES[state]}`}>
      <Icon className="mt-px size-3.5 shrink-0" />
      {mail === null ? (
        <span className="min-w-0 break-words">{words}</span>
      ) : (
        <Link
          href={`/developers/mails/${encodeURIComponent(mail)}`}
          prefetch={false}
          className="min-w-0 break-words underline underline-offset-2"
        >
          {words}
        </Link>
      )}
    </span>
  );
}

function useMarkWords(): (mark: ThreadMails['items'][number]) => string {
  const t = useTranslations('mail.out');
  const reasons = useTranslations('firings');
  return ({ state, to, reason }) => {
    if (state === 'sent') return t('sent', { to: to ?? '' });
    if (state !== 'failed') return t(state);
    const key = `reason.${reason}` as 'reason.timed_out';
    return t('failed', { reason: reasons.has(key) ? reasons(key) : (reason ?? '') });
  };
}

const TONES = {
  waiting: 'text-ink-3',
  sent: 'text-ink-3',
  caught: 'text-wait-ink',
  failed: 'text-stop-ink',
  bounced: 'text-stop-ink',
} as const;
