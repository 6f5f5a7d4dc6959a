import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Area } from '@/lib/messages/catalogue';
import { MergeMessages } from './merge-messages';

/**
 * Sends the named areas of the catalogue to client components below it, beside those that a parent sent.
 * The root layout sends `ui`, `shell` and `errors`; a page adds its own: `<ClientMessages areas={['triggers']}>`.
 */
export async function ClientMessages({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const all = await getMessages();
  const picked = Object.fromEntries(areas.map((area) => [area, all[area]]));
  return <MergeMessages messages={picked}>{children}</MergeMessages>;
}
