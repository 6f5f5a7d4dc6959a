import type { ReactNode } from 'react';
import { ClientMessages } from '@/lib/i18n/client-messages';

/** The words that the pages of one trigger need. */
export function TriggerMessages({ children }: { children: ReactNode }) {
  return <ClientMessages areas={['triggers', 'lists', 'rules', 'problems', 'firings']}>{children}</ClientMessages>;
}
