'use client';

import { type ComponentProps, type ReactNode, useId } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Spinner } from './spinner';
import { Tooltip, type TooltipProps } from './tooltip';

export interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'disabled' | 'children'>,
    Pick<ButtonLook, 'variant' | 'size'> {
  /** Accessible name and tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
  tooltipSide?: TooltipProps['side'];
  busy?: boolean;
  disabledReason?: string | null;
}

export function IconButton({
  label,
  icon,
  shortcut,
  tooltipSide,
  variant = 'quiet',
  size = 'md',
  busy = false,
  disabledReason,
  className,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const reasonId = useId();
  const blocked = busy || Boolean(disabledReason);
  return (
    <>
      <Tooltip text={disabledReason ?? label} shortcut={disabledReason ? undefined : shortcut} side={tooltipSide}>
        <button
          {...rest}
          type={type}
          aria-label={label}
          aria-busy={busy || undefined}
          aria-disabled={blocked || undefined}
          aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
          className={buttonClass({ variant, size, square: true, className, disabled: Boolean(disabledReason) })}
          onClick={(event) => (blocked ? event.preventDefault() : onClick?.(event))}
        >
          {busy ? <Spinner /> : icon}
        </button>
      </Tooltip>
      {disabledReason ? (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      ) : null}
    </>
  );
}
