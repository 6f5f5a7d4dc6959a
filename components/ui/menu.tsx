'use client';

import {
  cloneElement,
  type HTMLAttributes,
  type KeyboardEvent,
  lazy,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  useCallback,
  useId,
  useState,
} from 'react';

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
  /** A button that passes DOM props on, such as Button or IconButton. */
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  items?: readonly MenuItem[];
  /** Instead of items: groups with a line between them. */
  sections?: readonly MenuSection[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Before the items: who or what the menu is about. */
  header?: ReactNode;
  /** Instead of all these: draws the open menu (MenuLayer), for one whose items are fetched with it. */
  layer?: (open: OpenMenu) => ReactNode;
  /** Fetches that layer, before it is asked for. */
  load?: () => Promise<unknown>;
}

interface Opened {
  /** The button that opened it; focus returns there. */
  anchor: HTMLElement;
  /** Opened by keyboard: the first item takes the focus. */
  byKeyboard: boolean;
}

export interface OpenMenu extends Opened {
  onClose: () => void;
}

const loadLayer = () => import('./menu-layer');
const MenuLayer = lazy(() => loadLayer().then((module) => ({ default: module.MenuLayer })));

/**
 * Arrows, type-ahead, Escape returns focus; dangerous items move to the end by themselves. A list has a menu per row:
 * only the buttons are there from the start, the layer comes when one is pointed at or focused.
 */
export function Menu({ trigger, layer, load = loadLayer, ...shown }: MenuProps) {
  const generated = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const own = trigger.props;
  const button = cloneElement(trigger, {
    id: own.id ?? generated,
    'aria-haspopup': 'menu',
    'aria-expanded': opened !== null,
    ...{ 'data-state': opened ? 'open' : 'closed' },
    onPointerEnter: load,
    onFocus: load,
    onClick: (event: MouseEvent<HTMLElement>) => {
      own.onClick?.(event);
      // A click made by Enter or Space has no detail.
      setOpened(opened ? null : { anchor: event.currentTarget, byKeyboard: event.detail === 0 });
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      own.onKeyDown?.(event);
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpened({ anchor: event.currentTarget, byKeyboard: true });
    },
  });
  return (
    <>
      {button}
      {opened ? (
        <Suspense>
          {layer ? layer({ ...opened, onClose: close }) : <MenuLayer {...shown} {...opened} onClose={close} />}
        </Suspense>
      ) : null}
    </>
  );
}
