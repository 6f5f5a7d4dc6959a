'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon, SuspendIcon } from '@/components/ui/icons';
import { KeyValues } from '@/components/ui/key-values';
import { Notice } from '@/components/ui/notice';
import { useNow } from '@/components/ui/use-now';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { knownName, useCustomerName } from './customer-name';
import { FiringsSection } from './firings-section';
import type { HeaderAct } from './header-act';
import { SECTION } from './panel-class';
import { PastConversations } from './past-conversations';
import { TagsEditor } from './tags-editor';
import { Line, TicketFields } from './ticket-fields';
import { useVerbReason } from './verb-reason';

export interface DetailsPanelProps {
  conversation: WorkspaceConversation;
  onAct: (act: HeaderAct) => void;
  onOpen: (conversation: string) => void;
  /** In a sheet, which has a title of its own. */
  inSheet?: boolean;
}

/** The customer, the ticket, what rules did, and what was before. */
export function DetailsPanel({ conversation, onAct, onOpen, inSheet }: DetailsPanelProps) {
  const t = useTranslations('workspace.details');
  const formats = useFormats();
  const reasonOf = useVerbReason();
  const { customer, verbs } = conversation;
  const name = useCustomerName()(customer);
  return (
    <>
      {inSheet ? null : (
        <header className="flex h-(--size-header) shrink-0 items-center gap-2 border-b border-line px-4">
          <Avatar
            name={knownName(customer)}
            id={customer.id}
            size="md"
            presence={customer.page?.here ? 'online' : undefined}
          />
          <div className="min-w-0 flex-1">
            <h2 className="truncate leading-[18px] font-semibold" title={name}>
              {name}
            </h2>
            <p className="text-xs text-ink-3">{t('since', { date: formats.date(customer.firstSeenAt) })}</p>
          </div>
        </header>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto">
        {customer.suspension ? (
          <Notice tone="stop" className="m-3">
            {t(customer.suspension.scope === 'all' ? 'suspendedAll' : 'suspendedMessaging', {
              by: customer.suspension.by,
              date: formats.shortDate(customer.suspension.at),
            })}
            {customer.suspension.reason ? <span className="block">{customer.suspension.reason}</span> : null}
          </Notice>
        ) : null}
        <section aria-label={t('customer')} className={SECTION}>
          <KeyValues items={useCustomerFacts(conversation)} />
        </section>
        <Ticket conversation={conversation} onAct={onAct} />
        <FiringsSection conversation={conversation} />
        <PastConversations conversation={conversation} onOpen={onOpen} />
      </div>
      <footer className="shrink-0 border-t border-line px-2 py-2">
        <Button
          variant="quiet"
          size="sm"
          className={customer.suspension ? '' : 'text-stop-ink!'}
          icon={<SuspendIcon className="size-3.5" />}
          disabledReason={reasonOf(verbs.suspend)}
          onClick={() => onAct('suspend')}
        >
          {customer.suspension ? t('unsuspend') : t('suspend')}
        </Button>
      </footer>
    </>
  );
}

function useCustomerFacts({ customer, language, past }: WorkspaceConversation) {
  const t = useTranslations('workspace.details');
  const formats = useFormats();
  const locale = useLocale();
  const now = useNow(60_000);
  const { email, page } = customer;
  const signedIn = customer.identities.some(({ kind }) => kind === 'external');
  return [
    {
      id: 'email',
      label: t('email'),
      value: email ? (
        <a href={`mailto:${email}`} className="break-all hover:underline">
          {email}
        </a>
      ) : (
        <span className="text-ink-3">{t('unknown')}</span>
      ),
    },
    {
      id: 'verified',
      label: t('verified'),
      value: signedIn ? t('bySignIn') : customer.emailVerified ? t('byEmail') : t('notVerified'),
    },
    {
      id: 'language',
      label: t('language'),
      value: languageName(customer.language ?? language, locale) ?? <span className="text-ink-3">{t('unknown')}</span>,
    },
    { id: 'conversations', label: t('conversations'), value: t('earlier', { count: past.total }) },
    ...(page
      ? [
          {
            id: 'page',
            label: page.here ? t('onPage') : t('lastPage'),
            value: (
              <a
                href={safeAddress(page.url)}
                target="_blank"
                rel="noreferrer nofollow noopener"
                className="link font-normal!"
                title={page.url}
              >
                {page.title || page.url}
              </a>
            ),
          },
        ]
      : []),
    { id: 'seen', label: t('seen'), value: formats.relative(customer.lastSeenAt, now) },
    ...(customer.tags.length > 0 ? [{ id: 'tags', label: t('customerTags'), value: customer.tags.join(', ') }] : []),
  ];
}

function languageName(code: string | null, locale: string): string | null {
  if (code === null) return null;
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Only an address of the web is a link; customers' browsers say what they like. */
function safeAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}

function Ticket({ conversation, onAct }: Pick<DetailsPanelProps, 'conversation' | 'onAct'>) {
  const t = useTranslations('workspace.details');
  const { number, phase, group, verbs, wait } = conversation;
  // Of a ticket that somebody has, its status says enough.
  const state = phase === 'ended' ? 'ended' : conversation.waiting ? 'waiting' : phase === 'assigned' ? 'open' : 'bot';
  return (
    <section aria-label={t('ticket')} className={SECTION}>
      <h3 className="flex items-center gap-2 text-xs font-semibold">
        {number === null ? t('noTicket') : t('number', { number: String(number) })}
        {state === 'open' ? null : <Badge tone={state === 'waiting' ? 'wait' : 'neutral'}>{t(`state.${state}`)}</Badge>}
      </h3>
      <div className="mt-2.5 grid gap-2.5">
        {number === null ? null : <TicketFields conversation={conversation} />}
        <Line label={t('tags')}>
          <TagsEditor conversation={conversation} />
        </Line>
        <Line label={t('group')}>
          <button
            type="button"
            aria-haspopup="dialog"
            aria-disabled={verbs.transfer.allowed ? undefined : true}
            onClick={() => verbs.transfer.allowed && onAct('transfer')}
            className="flex h-7 w-full min-w-0 items-center gap-1.5 rounded-sm border border-line-2 bg-surface px-2 text-left shadow-control hover:border-edge aria-disabled:bg-surface-2 aria-disabled:shadow-none max-phone:h-11"
          >
            <span className="min-w-0 flex-1 truncate">{group?.name ?? t('noGroup')}</span>
            <span className="sr-only">{t('change')}</span>
            <ChevronDownIcon className="text-ink-3" />
          </button>
        </Line>
        {wait ? (
          <Line label={t('wait')}>
            {wait.min === wait.max
              ? t('waitAbout', { max: wait.max })
              : t('waitRange', { min: wait.min, max: wait.max })}
          </Line>
        ) : null}
      </div>
    </section>
  );
}
