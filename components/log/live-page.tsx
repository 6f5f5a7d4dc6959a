'use client';

import { useLivePage } from './live';

/** Keeps the page around it fresh. */
export function LivePage() {
  useLivePage(true);
  return null;
}
