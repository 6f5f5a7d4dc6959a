'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { FiringLines } from '@/components/rule-editor/firing-lines';
import { customerCalled } from '@/components/shell/customer-name';
import { Badge } from '@/components/ui/badge';
import { HelpIcon } from '@/components/ui/icons';
import { KeyValues } from '@/components/ui/key-values';
import { Link } from '@/components/ui/link';
import { PanelSection, SidePanel } from '@/components/ui/side-panel';
import { Tag } from '@/components/ui/tag';
import type { Conversation } from '@/lib/contracts/conversation';
import type { Firing } from '@/lib/contracts/firing';
import { languageName } from '@/lib/i18n/language-name';
import { useFormats } from '@/lib/i18n/use-formats';

export interface ConversationPanelProps {
  conversation: Conversation;
  firings: readonly Firing[];
  references: References;
  mayRetry: boolean;
}

/** Who writes, the ticket, and what rules did in the conversation. */
export function ConversationPanel({ conversation, firings, references, mayRetry }: ConversationPanelProps) {
  const t = useTranslations('log.conversation');
  const log = useTranslations('log');
  const called = useTranslations('shell.customer');
  const key = encodeURIComponent(conversation.key);
  return (
    <SidePanel title={t('panel')} remember="conversation">
      <PanelSection title={customerCalled(conversation.customer, called)}>
        <KeyValues items={useCustomerFacts(conversation)} />
        <Link href={`/people/${encodeURIComponent(conversation.customer.id)}`} className="link mt-2 inline-block">
          {t('openCustomer')}
        </Link>
      </PanelSection>
      <PanelSection
        title={
          conversation.number === null ? t('ticket') : log('conversations.number', { number: conversation.number })
        }
      >
        <KeyValues items={useTicketFacts(conversation, references)} />
      </PanelSection>
      <PanelSection title={t('firings')}>
        <FiringLines firings={firings} mayRetry={mayRetry} empty={t('noFirings')} />
        <div className="mt-3 grid justify-items-start gap-2">
          {firings.length > 0 ? (
            <Link href={`/log?conversation=${key}&range=30d`} className="link">
              {t('allFirings')}
            </Link>
          ) : null}
          <Link
            href={`/log/events?conversation=${key}`}
            className="inline-flex items-center gap-1.5 font-medium text-ink-2 hover:text-ink"
          >
            <HelpIcon className="size-3.5" />
            {log('whyNot')}
          </Link>
          <Link
            href={`/proactive/views?customer=${encodeURIComponent(conversation.customer.id)}`}
            className="inline-flex items-center gap-1.5 font-medium text-ink-2 hover:text-ink"
          >
            <HelpIcon className="size-3.5" />
            {log('whyNotShown')}
          </Link>
        </div>
      </PanelSection>
    </SidePanel>
  );
}

function useCustomerFacts({ customer, language }: Conversation) {
  const t = useTranslations('log.conversation');
  const locale = useLocale();
  return [
    ...(customer.email === null ? [] : [{ id: 'email', label: t('email'), value: customer.email }]),
    ...(language === null ? [] : [{ id: 'language', label: t('language'), value: languageName(language, locale) }]),
    ...(customer.suspended === null
      ? []
      : [
          {
            id: 'suspended',
            label: t('suspended'),
            value: <Badge tone="stop">{t(`suspended${customer.suspended}` as 'suspendedall')}</Badge>,
          },
        ]),
  ];
}

function useTicketFacts(conversation: Conversation, references: References) {
  const t = useTranslations('log.conversation');
  const phases = useTranslations('log.phase');
  const formats = useFormats();
  const nameOf = (kind: 'group' | 'agent' | 'channel' | 'brand' | 'status', key: string | null) =>
    key === null ? '–' : (references[kind]?.find((each) => each.key === key)?.name ?? key);
  const { phase, status, group, assignee, channel, brand, tags, createdAt } = conversation;
  return [
    { id: 'state', label: t('state'), value: phases(phase as 'queued') },
    { id: 'status', label: t('status'), value: nameOf('status', status) },
    { id: 'group', label: t('group'), value: nameOf('group', group) },
    { id: 'agent', label: t('agent'), value: nameOf('agent', assignee) },
    { id: 'channel', label: t('channel'), value: nameOf('channel', channel) },
    { id: 'brand', label: t('brand'), value: nameOf('brand', brand) },
    {
      id: 'tags',
      label: t('tags'),
      value:
        tags.length === 0 ? (
          '–'
        ) : (
          <span className="flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        ),
    },
    { id: 'created', label: t('created'), value: formats.dateTime(createdAt) },
  ];
}
