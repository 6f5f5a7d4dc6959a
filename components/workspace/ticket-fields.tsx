'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ColourDot } from '@/components/ui/colour-dot';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { sentiment, ticketContext, ticketType } from '@/lib/contracts/ticket';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { OrdersEditor } from './orders-editor';
import { useReferences } from './references';
import { useTicketChoices } from './ticket-choices';
import { type FieldChange, useTicketChange } from './use-ticket-change';
import { useVerbReason } from './verb-reason';

/** Nothing chosen: no key, since keys begin with a letter or a digit. */
const NONE = '-';
const orNull = (value: string) => (value === NONE ? null : value);

/** What the ticket is filed under; each choice is stored at once. */
export function TicketFields({ conversation }: { conversation: WorkspaceConversation }) {
  const t = useTranslations('workspace.ticket');
  const words = useTranslations('rules.option');
  const { statuses, inboxes, agents } = useTicketChoices();
  const { run, failure } = useTicketChange(conversation);
  const { ticket, status, assignee, verbs } = conversation;
  const disabled = useVerbReason()(verbs.change);
  const said = (values: readonly string[]): ComboOption[] =>
    values.map((value) => ({ value, label: words.has(value as 'order') ? words(value as 'order') : value }));
  const none = (label: string): ComboOption => ({ value: NONE, label });
  const field = (
    name: FieldChange['field'],
    value: string | null,
    options: readonly ComboOption[],
    to: (value: string, label: string) => Omit<FieldChange, 'field' | 'label'>,
  ) => (
    <Line label={t(name)}>
      <Combobox
        size="sm"
        id={`ticket-${name}-${conversation.id}`}
        label={t(name)}
        value={value ?? NONE}
        options={options}
        disabledReason={disabled}
        onChange={(next) => {
          const label = options.find((option) => option.value === next)?.label ?? next;
          if (next !== (value ?? NONE)) run({ field: name, label: next === NONE ? null : label, ...to(next, label) });
        }}
      />
    </Line>
  );
  return (
    <>
      <div data-ticket-status="" className="contents">
        {field(
          'status',
          status,
          statuses.map(({ key, name, colour, class: ofClass }) => ({
            ...{ value: key, label: name },
            icon: <ColourDot colour={colour} hollow={ofClass === 'closed'} />,
          })),
          (value) => ({ change: { status: value }, shown: { status: value } }),
        )}
      </div>
      {field(
        'assignee',
        assignee?.key ?? null,
        [
          none(t('nobody')),
          ...agents
            .filter(({ key, active }) => active || key === assignee?.key)
            .map(({ key, name }) => ({ value: key, label: name })),
        ],
        (value, label) => ({
          change: { assignee: orNull(value) },
          shown: { assignee: value === NONE ? null : { key: value, name: label, avatar: null } },
        }),
      )}
      {field(
        'inbox',
        ticket.inbox,
        [none(t('noInbox')), ...inboxes.map(({ key, name }) => ({ value: key, label: name }))],
        (value) => ({ change: { inbox: orNull(value) }, shown: { ticket: { inbox: orNull(value) } } }),
      )}
      {field('type', ticket.type, said(ticketType.options), (value) => {
        const type = ticketType.parse(value);
        return { change: { type }, shown: { ticket: { type } } };
      })}
      {field('context', ticket.context, [none(t('none')), ...said(ticketContext.options)], (value) => {
        const context = ticketContext.nullable().parse(orNull(value));
        return { change: { context }, shown: { ticket: { context } } };
      })}
      {field('sentiment', ticket.sentiment, [none(t('none')), ...said(sentiment.options)], (value) => {
        const next = sentiment.nullable().parse(orNull(value));
        return { change: { sentiment: next }, shown: { ticket: { sentiment: next } } };
      })}
      <Line label={t('orders')}>
        <OrdersEditor orders={ticket.orders} disabled={disabled !== null} run={run} />
      </Line>
      {failure ? (
        <p role="alert" className="text-xs text-stop-ink">
          {failure}
        </p>
      ) : null}
      <From conversation={conversation} />
    </>
  );
}

/** Where it came from, which nobody changes here. */
function From({ conversation }: { conversation: WorkspaceConversation }) {
  const t = useTranslations('workspace.ticket');
  const words = useTranslations('rules.option');
  const { integration: integrations = [] } = useReferences();
  const { source, integration, allegroAccount } = conversation.ticket;
  const lines = {
    source: source && (words.has(source as 'email') ? words(source as 'email') : source),
    integration: integration && (integrations.find(({ key }) => key === integration)?.name ?? integration),
    allegroAccount,
  };
  return Object.entries(lines).map(([name, value]) =>
    value ? (
      <Line key={name} label={t(name as 'source')}>
        <span className="min-w-0 break-words">{value}</span>
      </Line>
    ) : null,
  );
}

export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center gap-2">
      <span className="w-21 shrink-0 text-ink-3">{label}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

/** Opens the choice of the status where the details are in sight; false where they are not. */
export function openStatus(): boolean {
  const fields = document.querySelectorAll<HTMLElement>('[data-ticket-status] [role="combobox"]');
  const field = [...fields].find((each) => each.checkVisibility());
  field?.focus();
  field?.click();
  return field !== undefined;
}
