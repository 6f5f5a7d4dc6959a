'use client';

import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { DeleteIcon, EditIcon, OptionsIcon, RetryIcon } from '@/components/ui/icons';
import { Cell } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import { toast } from '@/components/ui/toast';
import { problemText } from '@/lib/client/fetcher';
import { useTestIntegration } from '@/lib/client/integrations';
import { connectorDefinition } from '@/lib/contracts/connectors/registry';
import type { Integration, IntegrationHealth } from '@/lib/contracts/integration';
import { useFaultWords } from './fault-words';

interface IntegrationRowProps {
  integration: Integration;
  /** Absent for those who only read. */
  onAsk?: ((act: 'edit' | 'delete') => void) | undefined;
}

export function IntegrationRow({ integration, onAsk }: IntegrationRowProps) {
  const t = useTranslations('integrations');
  const wordsOf = useFaultWords();
  const { mutate } = useTestIntegration();
  const { id, name, key, kind, health } = integration;
  const definition = connectorDefinition(kind);
  const test = () =>
    mutate(id, {
      onSuccess: ({ ok, checks }) => {
        const failed = checks.find((check) => !check.ok);
        if (ok) toast(t('testedWell', { name }));
        else toast(t('testedBadly', { name, reason: wordsOf(failed?.code) }));
      },
      onError: (error) => toast(problemText(error, t('failed'))),
    });
  const verbs = [
    { id: 'edit', label: t('edit'), icon: <EditIcon />, onSelect: () => onAsk?.('edit') },
    ...(definition?.testable ? [{ id: 'test', label: t('test'), icon: <RetryIcon />, onSelect: test }] : []),
    { id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true, onSelect: () => onAsk?.('delete') },
  ];
  const at = health.lastErrorAt && health.state === 'failing' ? health.lastErrorAt : health.lastSuccessAt;
  return (
    <tr>
      <Cell kind="name">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="block truncate text-xs text-ink-3">
          {definition ? t(`kind.${kind}.name` as 'kind.ai.name') : kind} · <code className="font-mono">{key}</code>
        </span>
      </Cell>
      <Cell phone="left">
        {definition && !definition.testable && health.state === 'unknown' ? (
          <StatusDot tone="active">{t('state.listening')}</StatusDot>
        ) : (
          <StatusDot tone={TONES[health.state]}>{t(`state.${health.state}`)}</StatusDot>
        )}
        {health.state === 'failing' || health.state === 'paused' ? (
          <span className="mt-0.5 block max-w-80 text-xs whitespace-normal text-ink-2">
            {wordsOf(health.lastError)}
          </span>
        ) : null}
        <HealthCounts integration={integration} />
      </Cell>
      <Cell phone="right">{at ? <RelativeTime at={at} /> : <span className="text-ink-3">–</span>}</Cell>
      <Cell kind="menu">
        {onAsk && definition ? (
          <Menu
            items={verbs}
            trigger={<IconButton label={t('options', { name })} size="sm" icon={<OptionsIcon />} />}
          />
        ) : null}
      </Cell>
    </tr>
  );
}

/** That something is wrong beside the connection itself; the dialog says what. */
function HealthCounts({ integration: { kind, health } }: { integration: Integration }) {
  const t = useTranslations('integrations');
  const notes = [
    ...health.missing.map((name) => t(`kind.${kind}.missing.${name}` as 'kind.mail.missing.inbox')),
    ...(health.problems.length > 0 ? [t('leftAside', { count: health.problems.length })] : []),
  ];
  return notes.map((note) => (
    <span key={note} className="mt-0.5 block max-w-80 text-xs whitespace-normal text-wait-ink">
      {note}
    </span>
  ));
}

const TONES: Record<IntegrationHealth['state'], StatusTone> = {
  unknown: 'inactive',
  working: 'active',
  failing: 'broken',
  paused: 'waiting',
  inactive: 'inactive',
};
