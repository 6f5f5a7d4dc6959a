'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { customerLine } from '@/components/shell/customer-name';
import { FilterBar } from '@/components/ui/filter-bar';
import { IdText } from '@/components/ui/id-text';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { shortId } from '@/components/ui/short-id';
import { Tag } from '@/components/ui/tag';
import { useLivePage } from '@/components/ui/use-live-page';
import type { StoredEvent } from '@/lib/contracts/firing';
import { EVENT_TYPES, eventWords } from './event-words';
import { type EventFilters, eventsAddress } from './events-address';

const ANY = 'any';

/** The filters of the list; it follows what arrives while it shows the newest. */
export function EventFilterBar({ filters, live }: { filters: EventFilters; live: boolean }) {
  const t = useTranslations('log');
  const router = useRouter();
  const [, startTransition] = useTransition();
  useLivePage(live);
  const change = (changes: Partial<EventFilters>) =>
    startTransition(() => router.replace(eventsAddress({ ...filters, ...changes }), { scroll: false }));
  return (
    <FilterBar>
      <Select
        auto
        size="sm"
        label={t('events.type')}
        value={filters.type || ANY}
        options={[
          { value: ANY, label: t('events.anyType') },
          ...EVENT_TYPES.map((type) => ({ value: type, label: eventWords(t, type) })),
        ]}
        onChange={(type) => change({ type: type === ANY ? '' : type })}
      />
      {filters.conversation ? (
        <Tag onRemove={() => change({ conversation: '' })}>
          {t('filter.conversation', { id: shortId(filters.conversation) })}
        </Tag>
      ) : null}
    </FilterBar>
  );
}

/** Events as they arrived, with what fired on each. */
export function EventTable({ events }: { events: readonly StoredEvent[] }) {
  const t = useTranslations('log');
  const called = useTranslations('shell.customer');
  return (
    <ListTable label={t('events.tableLabel')} sticky>
      <thead>
        <tr>
          <HeadCell kind="name">{t('column.event')}</HeadCell>
          <HeadCell>{t('column.conversation')}</HeadCell>
          <HeadCell>{t('column.fired')}</HeadCell>
          <HeadCell align="end">{t('events.received')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell kind="name">
              <RowName
                href={`/log/events/${event.id}`}
                name={eventWords(t, event.type)}
                detail={textOf(event) ?? (event.extId === null ? null : <IdText id={event.extId} />)}
              />
            </Cell>
            <Cell className="max-w-60" phone="left">
              <span className="block truncate leading-[17px]">
                {event.conversation === null ? null : <IdText id={event.conversation} />}
              </span>
              <span className="block truncate text-xs leading-[17px] text-ink-2 max-phone:hidden">
                {event.customer ? customerLine(event.customer, called) : null}
              </span>
            </Cell>
            <Cell className="max-w-70 truncate text-ink-2" title={event.firings.map(({ rule }) => rule).join(', ')}>
              {event.firings.length === 0 ? (
                <span className="text-ink-3">{t('events.nothing')}</span>
              ) : (
                event.firings.map(({ rule }) => rule).join(', ')
              )}
            </Cell>
            <Cell align="end" phone="right" className="text-ink-2">
              <RelativeTime at={event.receivedAt} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </ListTable>
  );
}

function textOf({ payload }: StoredEvent): string | null {
  const { message } = payload;
  const text = typeof message === 'object' && message !== null && 'text' in message ? message.text : null;
  return typeof text === 'string' ? text : null;
}
