'use client';

import { useLivePage } from '@/components/ui/use-live-page';

/** Keeps the page around it fresh. */
export function LivePage() {
  useLivePage(true);
  return null;
}
