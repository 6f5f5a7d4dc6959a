'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { useMe } from '@/lib/client/me';
import { useSetStatus } from '@/lib/client/own-status';
import { problemText } from '@/lib/client/problem-text';
import type { WorkspaceMe } from '@/lib/contracts/workspace';

const STATUSES = ['online', 'away', 'invisible'] as const;

/** Own status as customers meet it; takes effect at once. */
export function StatusCard({ initial }: { initial: WorkspaceMe }) {
  const t = useTranslations('me.status');
  const names = useTranslations('shell.status');
  const errors = useTranslations('errors');
  const { data } = useMe(initial);
  const { mutate, error } = useSetStatus();
  const me = data ?? initial;
  return (
    <Card title={t('title')} note={me.agent ? t('load', { load: me.load, capacity: me.capacity }) : undefined}>
      {me.agent ? (
        <div className="grid gap-3">
          {error ? <Notice tone="stop">{problemText(error, errors('code.unavailable'))}</Notice> : null}
          <RadioGroup
            legend={t('title')}
            hideLegend
            value={me.chosen}
            onChange={(status) => mutate(status)}
            options={STATUSES.map((value) => ({ value, label: names(value), hint: t(`${value}Hint`) }))}
          />
          {me.presence === 'browser' && me.chosen !== 'invisible' ? (
            <p className="text-xs text-ink-3">{t('presence')}</p>
          ) : null}
        </div>
      ) : (
        <p className="text-ink-3">{t('noAgent')}</p>
      )}
    </Card>
  );
}
