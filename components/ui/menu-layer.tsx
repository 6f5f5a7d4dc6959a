'use client';

import * as Dropdown from '@radix-ui/react-dropdown-menu';
import clsx from 'clsx';
import { Fragment, type RefObject, useEffect, useMemo, useRef } from 'react';
import { CheckIcon } from './icons';
import { Kbd } from './kbd';
import { Link } from './link';
import type { MenuItem, MenuProps, MenuSection, OpenMenu } from './menu';

interface MenuLayerProps extends OpenMenu, Pick<MenuProps, 'items' | 'sections' | 'align' | 'side' | 'header'> {}

/** The open menu. Its trigger for Radix is an unseen stand-in over the real button, which needs no Radix itself. */
export function MenuLayer(props: MenuLayerProps) {
  const { anchor, byKeyboard, onClose, items = [], sections, align = 'end', side = 'bottom', header } = props;
  const content = useRef<HTMLDivElement>(null);
  const { left, top, width, height } = useMemo(() => anchor.getBoundingClientRect(), [anchor]);
  useEffect(() => {
    // It would stand apart from its button. What scrolls elsewhere, such as a conversation that goes on, is no reason.
    const close = (event: Event) => event.target instanceof Node && event.target.contains(anchor) && onClose();
    window.addEventListener('scroll', close, true);
    return () => window.removeEventListener('scroll', close, true);
  }, [anchor, onClose]);
  return (
    <Dropdown.Root open onOpenChange={(open) => !open && onClose()} modal={false}>
      <Dropdown.Trigger asChild>
        <span
          aria-hidden="true"
          tabIndex={-1}
          className="pointer-events-none fixed"
          style={{ left, top, width, height }}
        />
      </Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          ref={content}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-labelledby={anchor.id}
          onInteractOutside={(event) =>
            anchor.contains(event.target instanceof Node ? event.target : null) && event.preventDefault()
          }
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.focus();
          }}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-50 animate-appear overflow-y-auto rounded-md bg-raised p-1 shadow-menu outline-none!"
        >
          {byKeyboard ? <FocusFirstItem menu={content} /> : null}
          {header}
          {(sections ?? splitDanger(items)).map((section, index) => (
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

/** Inside the portal, so that the items are there when it acts. */
function FocusFirstItem({ menu }: { menu: RefObject<HTMLElement | null> }) {
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus(), [menu]);
  return null;
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
