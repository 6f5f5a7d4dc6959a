'use client';

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Kbd } from './kbd';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export interface ButtonProps
  extends Omit<ComponentProps<'button'>, 'disabled'>,
    Omit<ButtonLook, 'disabled' | 'square'> {
  icon?: ReactNode;
  /** Key shown inside; binding it is useShortcut's work. */
  shortcut?: string;
  /** Keeps its width, shows a spinner, ignores clicks. */
  busy?: boolean;
  /** Makes the button unavailable and says why; it stays reachable by keyboard. */
  disabledReason?: string | null;
}

export function Button({
  variant = 'default',
  size,
  className,
  icon,
  shortcut,
  busy = false,
  disabledReason,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const blocked = busy || Boolean(disabledReason);
  const button = (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, className, disabled: Boolean(disabledReason) })}
      aria-busy={busy || undefined}
      aria-disabled={blocked || undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      onClick={(event) => (blocked ? swallow(event) : onClick?.(event))}
    >
      <Content busy={busy}>
        {icon}
        {children}
        {shortcut ? (
          <Kbd tone={variant === 'primary' || variant === 'danger' ? 'onSolid' : 'default'}>{shortcut}</Kbd>
        ) : null}
      </Content>
      {busy ? <Spinner className="absolute" /> : null}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <>
      <Tooltip text={disabledReason}>{button}</Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  );
}

/** While busy the content keeps its room and its name, only its ink is gone. */
function Content({ busy, children }: { busy: boolean; children: ReactNode }) {
  return busy ? <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span> : children;
}

function swallow(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}
