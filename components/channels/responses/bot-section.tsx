'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { SectionCard } from '@/components/ui/section-card';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { ResponseBot } from '@/lib/contracts/responses';

interface BotSectionProps {
  chosen: string | null;
  bots: readonly ResponseBot[];
  /** Which bot would be switched on. */
  candidate: ResponseBot | undefined;
  mayWrite: boolean;
  error: string | undefined;
  onCandidate: (key: string) => void;
  onChoose: (bot: string | null) => void;
}

/** A bot that answers first. It applies with Save, as everything on this tab. */
export function BotSection({ chosen, bots, candidate, mayWrite, error, onCandidate, onChoose }: BotSectionProps) {
  const t = useTranslations('responses.bot');
  const on = chosen !== null;
  const current = bots.find(({ key }) => key === chosen);
  const reason = mayWrite ? (candidate || on ? null : t('noneActive')) : t('readOnly');
  return (
    <SectionCard title={t('title')} badge={<Badge tone={on ? 'go' : 'neutral'}>{t(on ? 'on' : 'off')}</Badge>}>
      {bots.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <div className="grid gap-3 phone:grid-cols-[296px_minmax(0,1fr)]">
          <div className="flex min-h-8 flex-wrap items-center gap-2">
            <Switch
              checked={on}
              label={t('switch')}
              disabledReason={reason}
              onChange={(next) => onChoose(next ? (candidate?.key ?? null) : null)}
            />
            <Select
              auto
              size="sm"
              label={t('which')}
              disabled={!mayWrite}
              value={chosen ?? candidate?.key}
              placeholder={t('choose')}
              options={bots.map(({ key, name, active }) => ({
                value: key,
                label: name,
                ...(!active && key !== chosen && { disabledReason: t('inactive') }),
              }))}
              onChange={(key) => (on ? onChoose(key) : onCandidate(key))}
            />
          </div>
          <p className="self-center text-ink-2">
            {t.rich(on ? 'whileOn' : 'whenOn', {
              name: (current ?? candidate)?.name ?? '',
              b: (chunks) => <b className="font-medium text-ink">{chunks}</b>,
            })}
          </p>
        </div>
      )}
      {on && current && !current.active ? (
        <Notice tone="wait" className="mt-3">
          {t('asleep', { name: current.name })}
        </Notice>
      ) : null}
      {error ? (
        <Notice tone="stop" className="mt-3">
          {error}
        </Notice>
      ) : null}
    </SectionCard>
  );
}
