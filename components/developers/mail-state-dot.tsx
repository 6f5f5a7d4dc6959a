'use client';

import { useTranslations } from 'next-intl';
import { StatusDot } from '@/components/ui/status-dot';
import type { MailState } from '@/lib/contracts/mail';

const TONES = { sent: 'active', caught: 'waiting', failed: 'broken', bounced: 'broken' } as const;

export function MailStateDot({ state }: { state: MailState }) {
  const t = useTranslations('mail.page.state');
  return <StatusDot tone={TONES[state]}>{t(state)}</StatusDot>;
}
