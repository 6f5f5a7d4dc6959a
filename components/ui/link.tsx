'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, FocusEvent, MouseEvent, PointerEvent } from 'react';

export interface LinkProps extends ComponentProps<'a'> {
  /** A page of ours. */
  href: string;
  /** False: nothing of the page is fetched before the click. */
  prefetch?: boolean;
  /** False: the window stays where it is scrolled to. */
  scroll?: boolean;
}

/**
 * Opens a page without loading the site anew. A page is fetched ahead when its link is pointed at, touched or focused,
 * not whenever it is in sight as with next/link, which also brings code for what no link here needs.
 */
export function Link({ href, prefetch = true, scroll, onClick, onPointerEnter, onFocus, ...rest }: LinkProps) {
  const router = useRouter();
  const fetchAhead = () => {
    if (prefetch) router.prefetch(href);
  };
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={(event: PointerEvent<HTMLAnchorElement>) => {
        onPointerEnter?.(event);
        fetchAhead();
      }}
      onFocus={(event: FocusEvent<HTMLAnchorElement>) => {
        onFocus?.(event);
        fetchAhead();
      }}
      onClick={(event: MouseEvent<HTMLAnchorElement>) => {
        onClick?.(event);
        if (event.defaultPrevented || isForTheBrowser(event)) return;
        event.preventDefault();
        router.push(href, { scroll });
      }}
    />
  );
}

/** A new tab or window, or a file to keep. */
function isForTheBrowser({ currentTarget: link, metaKey, ctrlKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return (
    metaKey ||
    ctrlKey ||
    shiftKey ||
    altKey ||
    button !== 0 ||
    link.hasAttribute('download') ||
    !['', '_self'].includes(link.getAttribute('target') ?? '')
  );
}
