'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { STATUS_TONES } from '@/components/shell/use-status-sections';
import { StatusDot } from '@/components/ui/status-dot';
import { useAccountStatus } from '@/lib/client/organisation';
import type { AccountStatus } from '@/lib/contracts/account-status';

/** Agents without a user that are named; there can be hundreds. */
const NAMED = 6;

/** What the account's status is for rules, why, and whom the list below does not show though they count. */
export function AccountStatusLine({ initial }: { initial: AccountStatus }) {
  const t = useTranslations('team.online');
  const word = useTranslations('ui.presence');
  const format = useFormatter();
  const { status, online, away, apart } = useAccountStatus(initial);
  const names = apart.slice(0, NAMED).map((agent) => t('agent', agent));
  if (apart.length > NAMED) names.push(t('more', { count: apart.length - NAMED }));
  return (
    <p className="flex shrink-0 gap-[7px] border-b border-line px-5 py-2 text-xs text-ink-2 max-phone:px-4">
      <StatusDot tone={STATUS_TONES[status]} className="h-4" />
      <span>
        {t('account', { status: word(status), kind: status, online, away })}{' '}
        {names.length > 0 ? t('apart', { count: apart.length, agents: format.list(names) }) : null}
      </span>
    </p>
  );
}
