'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { ChevronLeftIcon } from '@/components/ui/icons';
import { IdText } from '@/components/ui/id-text';
import { KeyValues } from '@/components/ui/key-values';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Mail } from '@/lib/contracts/mail';
import { useFormats } from '@/lib/i18n/use-formats';
import { useUndeliveredWords } from '@/lib/i18n/use-undelivered-words';
import { MailPreview } from './mail-preview';
import { MailStateDot } from './mail-state-dot';
import { MAILS } from './mails-address';

/** One mail: what became of it, to whom it goes, and all that it says. */
export function MailView({ mail, connected }: { mail: Mail; connected: boolean }) {
  const t = useTranslations('mail.page');
  const formats = useFormats();
  const undelivered = useUndeliveredWords();
  const { state, to, from, subject, text, html, conversation, problem, files } = mail;
  const facts = [
    ...(from === null ? [] : [{ id: 'from', label: t('from'), value: from }]),
    { id: 'to', label: t('to'), value: to.join(', ') || t('nobody') },
    { id: 'at', label: t('at'), value: <time dateTime={mail.at}>{formats.exact(mail.at)}</time> },
    ...(conversation === null
      ? []
      : [{ id: 'conversation', label: t('conversation'), value: <ConversationLink id={conversation} /> }]),
    ...(files.length === 0
      ? []
      : [
          {
            id: 'files',
            label: t('files'),
            value: files.map(({ name }) => name).join(', '),
          },
        ]),
  ];
  const headers = Object.entries(mail.headers).map(([name, value]) => ({
    id: name,
    label: name,
    value: <span className="font-mono text-xs break-all">{value}</span>,
  }));
  return (
    <div className="grid max-w-[880px] gap-4 p-5 max-phone:p-4">
      <div className="grid justify-items-start gap-2">
        <Link href={MAILS} className="inline-flex items-center gap-1 text-ink-2 hover:text-ink max-phone:min-h-11">
          <ChevronLeftIcon className="size-3.5" />
          {t('back')}
        </Link>
        <h2 className="text-base font-semibold break-words">{subject || t('noSubject')}</h2>
        <MailStateDot state={state} />
      </div>
      {state === 'caught' ? (
        <Notice tone="wait" action={connected ? null : <ConnectMailbox />}>
          {t('caught')}
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="stop">
          {undelivered({ address: to.join(', ') || t('nobody'), reason: problem.code, detail: problem.detail })}
        </Notice>
      ) : null}
      <KeyValues items={facts} />
      <Card title={t('text')}>
        {text.trim() === '' ? (
          <p className="text-ink-3">{t('noText')}</p>
        ) : (
          <p className="break-words whitespace-pre-wrap">{text}</p>
        )}
      </Card>
      {html === null ? null : (
        <Card title={t('html')}>
          <MailPreview html={html} />
        </Card>
      )}
      {headers.length === 0 ? null : (
        <Card title={t('headers')}>
          <KeyValues items={headers} />
        </Card>
      )}
    </div>
  );
}

function ConversationLink({ id }: { id: string }) {
  return (
    <Link href={`/conversations/${encodeURIComponent(id)}`} prefetch={false} className="underline underline-offset-2">
      <IdText id={id} />
    </Link>
  );
}

export function ConnectMailbox() {
  const t = useTranslations('mail.page');
  return (
    <ButtonLink href="/settings/integrations" size="sm">
      {t('connect')}
    </ButtonLink>
  );
}
