'use client';

import { later } from '@/components/ui/later';

const LiveUpdates = later(() => import('./live-updates').then((module) => module.LiveUpdates));

/** The stream and what hangs on it: no page waits for it. */
export function LiveUpdatesLater() {
  return <LiveUpdates />;
}
