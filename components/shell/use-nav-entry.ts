'use client';

import { usePathname } from 'next/navigation';
import { useToldCounts } from '@/lib/client/me';

/** What a link of the navigation is told by the server, which alone knows the table of pages. */
export interface NavEntry {
  href: string;
  label: string;
  /** Whose number stands beside it, and the number as the page came. */
  count?: { kind: 'waiting' | 'failed'; initial: number };
}

/** Whether the reader is on the page or below it (home: only on it), and its number, as the stream tells it. */
export function useNavEntry({ href, count }: NavEntry): { current: boolean; number: number } {
  const path = usePathname();
  const told = useToldCounts();
  return {
    current: path === href || (href !== '/' && path.startsWith(`${href}/`)),
    number: count?.kind === 'waiting' && told ? told.queue : (count?.initial ?? 0),
  };
}
