'use client';

import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { stepCounts } from '@/components/rule-editor/firing-views';
import { OutcomeBadge, OutcomeNote } from '@/components/rule-editor/outcome';
import { customerLine } from '@/components/shell/customer-name';
import { FamilyIcon } from '@/components/ui/family-icon';
import { ChevronRightIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Cell, RowName } from '@/components/ui/list-table';
import { shortId } from '@/components/ui/short-id';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { Firing } from '@/lib/contracts/firing';
import { useFormats } from '@/lib/i18n/use-formats';
import { eventWords } from './event-words';
import { FiringDetail } from './firing-detail';

export interface FiringRowProps {
  firing: Firing;
  open: boolean;
  onToggle: () => void;
  /** Times of other days than this one's carry their date; ISO 8601. */
  readAt: string;
  references: References;
  mayRetry: boolean;
}

/** One firing. A click or Space shows its conditions below, Enter opens its page; on a phone a click does. */
export function FiringRow({ firing, open, onToggle, readAt, references, mayRetry }: FiringRowProps) {
  const t = useTranslations('log');
  const called = useTranslations('shell.customer');
  const formats = useFormats();
  const router = useRouter();
  const phone = useMediaQuery('(width < 720px)');
  const time =
    formats.date(firing.createdAt) !== formats.date(readAt)
      ? `${formats.shortDate(firing.createdAt)}, ${formats.timeSeconds(firing.createdAt)}`
      : formats.timeSeconds(firing.createdAt);
  const name = firing.customer && customerLine(firing.customer, called);
  const click = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a, button')) return;
    if (window.getSelection()?.isCollapsed === false) return;
    if (phone) router.push(`/log/${firing.id}`);
    else onToggle();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    event.stopPropagation();
    onToggle();
  };
  return (
    <>
      <tr
        data-clickable="true"
        className={clsx(
          open && 'bg-surface-2 [&>td]:border-b-0! [&>td:first-child]:shadow-[inset_2px_0_var(--color-accent)]',
        )}
        onClick={click}
        onKeyDown={press}
      >
        <Cell className="w-11 pr-0!">
          <button
            type="button"
            aria-expanded={open}
            aria-label={t('toggle', { rule: firing.rule.name, time })}
            onClick={onToggle}
            className="relative -ml-1 grid size-6 touch-target place-items-center rounded-sm text-ink-3 hover:bg-surface-3 hover:text-ink"
          >
            <ChevronRightIcon className={clsx('size-3.5 transition-transform duration-base', open && 'rotate-90')} />
          </button>
        </Cell>
        <Cell className="tabular-nums" phone="right">
          <time dateTime={firing.createdAt} title={formats.exact(firing.createdAt)}>
            {time}
          </time>
        </Cell>
        <Cell kind="name">
          <span className="flex items-center gap-2">
            <FamilyIcon
              family={firing.rule.family}
              label={t(`family.${firing.rule.family}` as 'family.trigger')}
              className="shrink-0 text-ink-3"
            />
            <span className="min-w-0 flex-1">
              <RowName
                href={`/log/${firing.id}`}
                name={firing.rule.name}
                detail={t('version', { version: firing.rule.version })}
              />
            </span>
          </span>
        </Cell>
        <Cell className="text-ink-2 max-[1240px]:hidden">{eventWords(t, firing.event.type)}</Cell>
        <Cell className="max-w-50 max-[960px]:max-w-36">
          {firing.conversation === null ? null : (
            <Link
              href={`/conversations/${encodeURIComponent(firing.conversation)}`}
              prefetch={false}
              title={firing.conversation}
              className="link block max-w-fit truncate leading-[17px]"
            >
              {shortId(firing.conversation)}
            </Link>
          )}
          {name ? (
            <span title={name} className="block truncate text-xs leading-[17px] text-ink-2">
              {name}
            </span>
          ) : null}
        </Cell>
        <Cell phone="left">
          <span className="flex max-w-48 items-center gap-2">
            <OutcomeBadge outcome={firing.outcome} />
            <OutcomeNote firing={firing} onEnd={() => setTimeout(() => router.refresh(), 1_500)} />
          </span>
        </Cell>
        <Cell align="end" className="max-[960px]:hidden">
          {t('stepsDone', stepCounts(firing))}
        </Cell>
        <Cell align="end" className="max-[1100px]:hidden">
          {durationOf(firing, formats.duration)}
        </Cell>
      </tr>
      {open ? (
        <tr className="bg-surface-2">
          <td colSpan={8} data-cell="name" className="p-0!">
            <FiringDetail firing={firing} references={references} mayRetry={mayRetry} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function durationOf({ createdAt, finishedAt }: Firing, words: (milliseconds: number) => string): string {
  if (finishedAt === null) return '–';
  return words(Math.max(0, Date.parse(finishedAt) - Date.parse(createdAt)));
}
