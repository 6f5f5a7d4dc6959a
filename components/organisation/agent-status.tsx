'use client';

import { useTranslations } from 'next-intl';
import { STATUS_TONES } from '@/components/shell/use-status-sections';
import { StatusDot } from '@/components/ui/status-dot';
import type { AgentStatus } from '@/lib/contracts/agent';

/** Dot and word. */
export function AgentStatusDot({ status }: { status: AgentStatus }) {
  const t = useTranslations('ui.presence');
  return <StatusDot tone={STATUS_TONES[status]}>{t(status)}</StatusDot>;
}

/** Behind the left of a row's second line on a phone, where its column is left out. */
export function PhoneStatus({ status }: { status: AgentStatus | null }) {
  return status ? (
    <span className="ml-2 hidden max-phone:inline">
      <AgentStatusDot status={status} />
    </span>
  ) : null;
}
