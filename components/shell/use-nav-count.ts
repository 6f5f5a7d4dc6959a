'use client';

import { useToldCounts } from '@/lib/client/workspace';
import type { NavigationPage } from './navigation';
import type { ShellData } from './shell-props';

/** The number beside a page: as the page came, then as the stream tells it. */
export function useNavCount(page: NavigationPage, counts: ShellData['counts']): number {
  const told = useToldCounts();
  if (!page.count) return 0;
  return page.count === 'waiting' && told ? told.queue : counts[page.count];
}
