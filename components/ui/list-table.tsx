'use client';

import clsx from 'clsx';
import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { SortDownIcon, SortUpIcon } from './icons';
import { Link } from './link';
import { useRowCursor } from './row-keys';

export interface ListTableProps {
  /** Accessible name. */
  label: string;
  /** `double` 47 px rows with a second line, `single` 38 px. */
  rows?: 'double' | 'single';
  inCard?: boolean;
  /** Head stays while the list scrolls. */
  sticky?: boolean;
  /** Two-line rows on a phone (see list-table.css); false scrolls sideways instead. */
  phoneRows?: boolean;
  children: ReactNode;
}

/**
 * Table whose rows open something. Arrow keys, Home and End move between the rows' links, Space ticks the row's
 * checkbox, Enter follows the link: the focused link is the keyboard cursor.
 */
export function ListTable({ label, rows = 'double', inCard, sticky, phoneRows = true, children }: ListTableProps) {
  const cursor = useRowCursor<HTMLTableElement>();
  return (
    <table
      {...cursor}
      aria-label={label}
      className="list-table"
      data-rows={rows}
      data-in-card={inCard}
      data-sticky={sticky}
      data-phone={phoneRows ? 'rows' : undefined}
      onKeyDown={(event) => {
        cursor.onKeyDown(event);
        tickOnSpace(event);
      }}
    >
      {children}
    </table>
  );
}

export interface HeadCellProps extends Omit<ComponentProps<'th'>, 'align'> {
  kind?: 'choice' | 'name' | 'menu';
  align?: 'start' | 'end';
  /** How the column is sorted now; makes the head a button. */
  sort?: 'ascending' | 'descending' | 'none';
  onSort?: () => void;
}

export function HeadCell({ kind, align, sort, onSort, children, ...rest }: HeadCellProps) {
  return (
    <th scope="col" {...rest} data-cell={kind} data-align={align} aria-sort={sort}>
      {onSort ? (
        <button type="button" onClick={onSort} className="inline-flex items-center gap-1 font-medium hover:text-ink">
          {children}
          {sort === 'ascending' ? <SortUpIcon className="size-3!" /> : null}
          {sort === 'descending' ? <SortDownIcon className="size-3!" /> : null}
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export interface RowProps extends ComponentProps<'tr'> {
  selected?: boolean;
}

/** A click anywhere follows the row's link, unless it was meant for a control in it or ends a text selection. */
export function Row({ selected, className, children, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      data-selected={selected || undefined}
      data-clickable="true"
      className={className}
      onClick={followRowLink}
    >
      {children}
    </tr>
  );
}

export interface CellProps extends Omit<ComponentProps<'td'>, 'align'> {
  kind?: 'choice' | 'name' | 'menu';
  align?: 'start' | 'end';
  /** Place on the phone's second line; cells without one are left out there. */
  phone?: 'left' | 'right';
}

export function Cell({ kind, align, phone, ...rest }: CellProps) {
  return <td {...rest} data-cell={kind} data-align={align} data-phone={phone} />;
}

export interface RowNameProps {
  href: string;
  name: ReactNode;
  /** Second line. */
  detail?: ReactNode;
  /** Writes the second line in red. */
  broken?: boolean;
  /** The second line gives way from 1,920 px, where a column says it. */
  detailInColumn?: boolean;
  prefetch?: boolean;
}

/** The name is the link, the detail stands below; both are cut with the whole text on hover. */
export function RowName({ href, name, detail, broken, detailInColumn, prefetch = false }: RowNameProps) {
  return (
    <>
      <Link
        href={href}
        prefetch={prefetch}
        data-row-link=""
        title={typeof name === 'string' ? name : undefined}
        className="block max-w-fit truncate leading-[17px] font-medium max-phone:leading-5"
      >
        {name}
      </Link>
      {detail ? (
        <span
          title={typeof detail === 'string' ? detail : undefined}
          className={clsx(
            'block truncate text-xs leading-[17px]',
            broken ? 'text-stop-ink' : 'text-ink-3 max-phone:hidden',
            detailInColumn && 'min-[1920px]:hidden',
          )}
        >
          {detail}
        </span>
      ) : null}
    </>
  );
}

const CONTROLS =
  'a, button, input, select, textarea, label, summary, [role="menuitem"], [role="dialog"], [data-no-row]';

function followRowLink(event: MouseEvent<HTMLTableRowElement>) {
  const { target, currentTarget } = event;
  if (event.defaultPrevented || !(target instanceof Element) || !currentTarget.contains(target)) return;
  if (target.closest(CONTROLS) || window.getSelection()?.isCollapsed === false) return;
  const link = currentTarget.querySelector<HTMLAnchorElement>('[data-row-link]');
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}

function tickOnSpace(event: KeyboardEvent<HTMLTableElement>) {
  if (event.key !== ' ' || !(event.target instanceof HTMLElement) || !event.target.matches('[data-row-link]')) return;
  event.preventDefault();
  event.target.closest('tr')?.querySelector<HTMLElement>('[role="checkbox"]')?.click();
}
