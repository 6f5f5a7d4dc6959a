'use client';

import { useTranslations } from 'next-intl';
import { memo, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { ColourDot } from '@/components/ui/colour-dot';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tag } from '@/components/ui/tag';
import type { Selection } from '@/components/ui/use-selection';
import type { Ticket } from '@/lib/contracts/ticket';
import { useTicketWords } from './ticket-words';

export interface TicketTableProps {
  tickets: readonly Ticket[];
  selection: Selection;
}

/** The name opens the ticket in the agent workspace. */
export function TicketTable({ tickets, selection }: TicketTableProps) {
  const t = useTranslations('tickets');
  return (
    <ListTable label={t('title')} sticky={false}>
      <thead>
        <tr>
          <HeadCell kind="choice">
            <Checkbox checked={selection.all} onChange={selection.toggleAll} label={t('selectAll')} hideLabel />
          </HeadCell>
          <HeadCell kind="name">{t('column.ticket')}</HeadCell>
          <HeadCell>{t('column.status')}</HeadCell>
          <HeadCell className="max-[960px]:hidden">{t('column.assignee')}</HeadCell>
          <HeadCell className="max-[1180px]:hidden">{t('column.about')}</HeadCell>
          <HeadCell className="max-[1320px]:hidden">{t('column.inbox')}</HeadCell>
          <HeadCell className="max-[1560px]:hidden">{t('column.tags')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('column.response')}</span>
          </HeadCell>
          <HeadCell align="end">{t('column.reply')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            selected={selection.selected.has(ticket.id)}
            toggle={selection.toggle}
          />
        ))}
      </tbody>
    </ListTable>
  );
}

interface TicketRowProps {
  ticket: Ticket;
  selected: boolean;
  toggle: Selection['toggle'];
}

const TAGS_SHOWN = 2;

const TicketRow = memo(function TicketRow({ ticket, selected, toggle }: TicketRowProps) {
  const t = useTranslations('tickets');
  const words = useTicketWords();
  const range = useRef(false);
  const { id, number, status, assignee, inbox, tags, lastCustomerReplyAt, createdAt } = ticket;
  const name = words.name(ticket);
  return (
    <Row selected={selected}>
      <Cell kind="choice">
        <Checkbox
          checked={selected}
          onClick={(event) => {
            range.current = event.shiftKey;
          }}
          onChange={() => toggle(id, range.current)}
          label={t('select', { name: `#${number} ${name}` })}
          hideLabel
        />
      </Cell>
      <Cell kind="name">
        <RowName href={`/workspace/${id}`} name={name} detail={words.detail(ticket)} />
      </Cell>
      <Cell phone="left">
        <span className="inline-flex max-w-full items-center gap-2">
          <ColourDot colour={status.colour} hollow={status.class === 'closed'} className="max-w-40">
            {status.name}
          </ColourDot>
          {ticket.requiresResponse ? (
            <Badge tone="wait" className="hidden! max-phone:inline-flex!">
              {t('wantsAnswer')}
            </Badge>
          ) : null}
        </span>
      </Cell>
      <Cell className="max-w-40 truncate max-[960px]:hidden">
        {assignee?.name ?? <span className="text-ink-3">{t('nobody')}</span>}
      </Cell>
      <Cell className="text-ink-2 max-[1180px]:hidden">{words.about(ticket) || '–'}</Cell>
      <Cell className="max-w-40 truncate text-ink-2 max-[1320px]:hidden">{inbox?.name ?? '–'}</Cell>
      <Cell className="max-[1560px]:hidden">
        <span className="inline-flex max-w-56 gap-1">
          {tags.slice(0, TAGS_SHOWN).map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
          {tags.length > TAGS_SHOWN ? (
            <span title={tags.join(', ')} className="text-xs leading-5 text-ink-3">
              +{tags.length - TAGS_SHOWN}
            </span>
          ) : null}
        </span>
      </Cell>
      <Cell>{ticket.requiresResponse ? <Badge tone="wait">{t('wantsAnswer')}</Badge> : null}</Cell>
      <Cell align="end" phone="right" className="text-ink-2">
        <RelativeTime at={lastCustomerReplyAt ?? createdAt} />
      </Cell>
    </Row>
  );
});
