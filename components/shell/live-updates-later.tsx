'use client';

import dynamic from 'next/dynamic';

const LiveUpdates = dynamic(() => import('./live-updates').then((module) => module.LiveUpdates), { ssr: false });

/** The stream and what hangs on it: no page waits for it. */
export function LiveUpdatesLater() {
  return <LiveUpdates />;
}
