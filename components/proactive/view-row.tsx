'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { customerCalled } from '@/components/shell/customer-name';
import { ChevronRightIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Cell } from '@/components/ui/list-table';
import { StatusDot } from '@/components/ui/status-dot';
import type { ProactiveView } from '@/lib/contracts/proactive';
import { useFormats } from '@/lib/i18n/use-formats';
import { ViewDetail } from './view-detail';
import { useReasonWords } from './view-reason';
import { type ViewsFilters, viewsAddress } from './views-filters';

export interface ViewRowProps {
  view: ProactiveView;
  open: boolean;
  onToggle: () => void;
  filters: ViewsFilters;
  references: References;
  readAt: string;
}

/** One page of a visit: when, where, who, and what was shown or stopped it. A click or Space opens what stopped each. */
export function ViewRow({ view, open, onToggle, filters, references, readAt }: ViewRowProps) {
  const t = useTranslations('proactive.views');
  const called = useTranslations('shell.customer');
  const formats = useFormats();
  const other = formats.date(view.at) !== formats.date(readAt);
  const time = `${other ? `${formats.shortDate(view.at)}, ` : ''}${formats.timeSeconds(view.at)}`;
  const { page, host } = partsOf(view.url);
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a, button')) return;
    if (window.getSelection()?.isCollapsed !== false) onToggle();
  };
  return (
    <>
      <tr
        data-clickable="true"
        className={clsx(
          open &&
            'bg-surface-2 [&>td]:border-b-0! [&>td:first-child]:shadow-[inset_2px_0_var(--color-accent)] max-phone:[&>td:first-child]:shadow-none!',
        )}
        onClick={click}
      >
        <Cell className="tabular-nums" phone="right">
          <time dateTime={view.at} title={formats.exact(view.at)}>
            {time}
          </time>
        </Cell>
        <Cell kind="name">
          <button
            type="button"
            data-row-link=""
            aria-expanded={open}
            aria-label={t('toggle', { page, time })}
            title={view.url}
            onClick={onToggle}
            className="flex max-w-full items-center gap-2 text-left max-phone:min-h-11"
          >
            <ChevronRightIcon
              className={clsx('size-3.5 shrink-0 text-ink-3 transition-transform duration-base', open && 'rotate-90')}
            />
            <span className="min-w-0">
              <span className="block truncate leading-[17px] font-medium">{page}</span>
              <span className="block truncate text-xs leading-[17px] text-ink-3">{host}</span>
            </span>
          </button>
        </Cell>
        <Cell className="max-w-50 max-[960px]:hidden">
          {view.customer ? (
            <Link
              href={`/people/${encodeURIComponent(view.customer.key)}`}
              prefetch={false}
              className="link block max-w-fit truncate leading-6"
            >
              {customerCalled({ ...view.customer, id: view.customer.key }, called)}
            </Link>
          ) : (
            <span className="block truncate leading-[17px] text-ink-2">{t('anonymous')}</span>
          )}
          {filters.visit ? null : (
            <Link
              href={viewsAddress(filters, { visit: view.visit })}
              prefetch={false}
              className="block max-w-fit text-xs leading-6 text-ink-3 underline hover:text-ink"
            >
              {t('wholeVisit')}
            </Link>
          )}
        </Cell>
        <Cell phone="left" className="max-w-100 max-phone:pl-5.5! max-phone:pr-3!">
          <Outcome view={view} />
        </Cell>
      </tr>
      {open ? (
        <tr className="bg-surface-2">
          <td colSpan={4} data-cell="name" className="p-0!">
            <ViewDetail id={view.id} message={filters.message} references={references} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** What was shown, else what stopped the message that comes first. */
function Outcome({ view: { candidates } }: { view: ProactiveView }) {
  const t = useTranslations('proactive.views');
  const words = useReasonWords();
  const nameOf = (id: string) => candidates.find((each) => each.id === id)?.name ?? t('anotherMessage');
  const shown = candidates.filter(({ reason }) => reason.by === 'shown').map(({ name }) => name);
  const [first] = candidates;
  const line = 'block truncate text-xs leading-[17px] text-ink-3';
  if (shown.length > 0)
    return (
      <>
        <StatusDot tone="active">{t('shown')}</StatusDot>
        <span className={line}>{shown.join(', ')}</span>
      </>
    );
  return (
    <>
      <StatusDot tone="inactive">{t('nothing')}</StatusDot>
      {first ? (
        <span className={line} title={`${first.name}: ${words(first.reason, nameOf)}`}>
          {first.name}: {words(first.reason, nameOf)}
        </span>
      ) : null}
    </>
  );
}

/** `/cart?step=2` and `shop.example`; an address that is none as it is. */
function partsOf(url: string): { page: string; host: string } {
  try {
    const { host, pathname, search, hash } = new URL(url);
    return { page: `${pathname}${search}${hash}`, host };
  } catch {
    return { page: url, host: '' };
  }
}
