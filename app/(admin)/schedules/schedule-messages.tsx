import type { ReactNode } from 'react';
import { ClientMessages } from '@/lib/i18n/client-messages';

/** The words that the pages of schedules need. */
export function ScheduleMessages({ children }: { children: ReactNode }) {
  return <ClientMessages areas={['schedules', 'problems']}>{children}</ClientMessages>;
}
