import type { ReactNode } from 'react';
import { ClientMessages } from '@/lib/i18n/client-messages';

/** The words that the pages of one workflow need. */
export function WorkflowMessages({ children }: { children: ReactNode }) {
  return <ClientMessages areas={['workflows', 'lists', 'rules', 'problems', 'firings']}>{children}</ClientMessages>;
}
