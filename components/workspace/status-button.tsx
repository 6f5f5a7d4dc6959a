'use client';

import { useTranslations } from 'next-intl';
import { STATUS_TONES, useStatusSections } from '@/components/shell/use-status-sections';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { Meter } from '@/components/ui/meter';
import { StatusDot } from '@/components/ui/status-dot';
import type { WorkspaceMe } from '@/lib/contracts/workspace';

/** Own status as a word; opens the choice, own load and how new requests are told. */
export function StatusButton({ me }: { me: WorkspaceMe }) {
  const t = useTranslations('workspace.status');
  const shell = useTranslations('shell');
  const sections = useStatusSections(me);
  if (!me.agent) return null;
  const word = shell(`status.${me.status}`);
  return (
    <Menu
      align="start"
      sections={sections}
      header={<Load me={me} />}
      trigger={
        <Button size="sm" aria-label={t('label', { status: word })}>
          <StatusDot tone={STATUS_TONES[me.status]}>{word}</StatusDot>
          <ChevronDownIcon className="size-3.5 text-ink-3" />
        </Button>
      }
    />
  );
}

function Load({ me }: { me: WorkspaceMe }) {
  const t = useTranslations('workspace.status');
  return (
    <div className="mb-1 grid gap-1.5 border-b border-line px-2 pt-1.5 pb-2.5">
      <span className="tabular-nums">{t('load', { load: me.load, capacity: me.capacity })}</span>
      <Meter value={me.load} max={me.capacity} label={t('load', { load: me.load, capacity: me.capacity })} />
      <span className="max-w-56 text-xs text-ink-3">{me.automaticAcceptance ? t('automatic') : t('byHand')}</span>
    </div>
  );
}
