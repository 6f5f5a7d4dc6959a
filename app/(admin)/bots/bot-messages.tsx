import type { ReactNode } from 'react';
import { ClientMessages } from '@/lib/i18n/client-messages';

/** The words that the pages of bots need; moving rows by hand is told as in rules. */
export function BotMessages({ children }: { children: ReactNode }) {
  return <ClientMessages areas={['bots', 'problems', 'rules']}>{children}</ClientMessages>;
}
