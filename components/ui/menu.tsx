'use client';

import * as Dropdown from '@radix-ui/react-dropdown-menu';
import clsx from 'clsx';
import Link from 'next/link';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { CheckIcon } from './icons';
import { Kbd } from './kbd';

export interface MenuItem {
  id: string;
  /** A verb; ends in "…" if it asks. */
  label: ReactNode;
  icon?: ReactNode;
  shortcut?: string;
  /** Goes last, after a line, in red. */
  danger?: boolean;
  disabledReason?: string | null;
  /** Shows a check: one of several choices, or a setting that is on. */
  checked?: boolean;
  href?: string;
  onSelect?: () => void;
}

export interface MenuSection {
  id: string;
  label?: ReactNode;
  items: readonly MenuItem[];
}

export interface MenuProps {
  trigger: ReactElement;
  items?: readonly MenuItem[];
  sections?: readonly MenuSection[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Before the items: who or what the menu is about. */
  header?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Arrows, type-ahead, Escape returns focus. Dangerous items are moved to the end by themselves. */
export function Menu({
  trigger,
  items = [],
  sections,
  align = 'end',
  side = 'bottom',
  header,
  open,
  onOpenChange,
}: MenuProps) {
  const all = sections ?? splitDanger(items);
  return (
    <Dropdown.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-50 animate-appear overflow-y-auto rounded-md bg-raised p-1 shadow-menu"
        >
          {header}
          {all.map((section, index) => (
            <Fragment key={section.id}>
              {index > 0 ? <Dropdown.Separator className="-mx-1 my-1 border-t border-line" /> : null}
              {section.label ? (
                <Dropdown.Label className="px-2 py-1 text-xs text-ink-3">{section.label}</Dropdown.Label>
              ) : null}
              {section.items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </Fragment>
          ))}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

function Item({ item }: { item: MenuItem }) {
  const className = clsx(
    'flex min-h-[30px] w-full items-center gap-2 rounded-[5px] px-2 py-1 outline-none data-highlighted:bg-surface-3 data-[disabled]:text-ink-3 max-phone:min-h-11',
    item.danger ? 'text-stop-ink' : '[&>svg:first-child]:text-ink-3',
  );
  const content = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1">
        {item.label}
        {item.disabledReason ? <span className="block max-w-60 text-xs text-ink-3">{item.disabledReason}</span> : null}
      </span>
      {item.checked ? <CheckIcon className="size-3.5 text-ink-3" /> : null}
      {item.shortcut ? <Kbd className="ml-2">{item.shortcut}</Kbd> : null}
    </>
  );
  const disabled = Boolean(item.disabledReason);
  if (item.checked !== undefined) {
    return (
      <Dropdown.CheckboxItem
        checked={item.checked}
        disabled={disabled}
        onSelect={item.onSelect}
        className={className}
        data-bare=""
      >
        {content}
      </Dropdown.CheckboxItem>
    );
  }
  if (item.href && !disabled) {
    return (
      <Dropdown.Item asChild className={className} onSelect={item.onSelect}>
        <Link href={item.href} data-bare="">
          {content}
        </Link>
      </Dropdown.Item>
    );
  }
  return (
    <Dropdown.Item disabled={disabled} onSelect={item.onSelect} className={className} data-bare="">
      {content}
    </Dropdown.Item>
  );
}

function splitDanger(items: readonly MenuItem[]): MenuSection[] {
  const plain = items.filter((item) => !item.danger);
  const danger = items.filter((item) => item.danger);
  return [
    { id: 'plain', items: plain },
    { id: 'danger', items: danger },
  ].filter((section) => section.items.length > 0);
}
