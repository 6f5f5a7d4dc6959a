import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Kbd } from './kbd';
import { Link } from './link';

export interface ButtonLinkProps extends ComponentProps<typeof Link>, Omit<ButtonLook, 'disabled' | 'square'> {
  icon?: ReactNode;
  shortcut?: string;
}

/** A link that looks like a button, for what opens a page rather than acts. */
export function ButtonLink({ variant, size, className, icon, shortcut, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, size, className })}>
      {icon}
      {children}
      {shortcut ? <Kbd tone={variant === 'primary' ? 'onSolid' : 'default'}>{shortcut}</Kbd> : null}
    </Link>
  );
}
