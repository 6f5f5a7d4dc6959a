'use client';

import { useTranslations } from 'next-intl';
import type { IntegrationDraft } from '@/lib/client/integrations';
import type { ConnectorDefinition } from '@/lib/contracts/connectors/definition';

/** A form in words, one line a value, to be compared with another. Of secrets it says alone that one was entered. */
export function useDraftWords(definition: ConnectorDefinition | undefined): (draft: IntegrationDraft) => string {
  const t = useTranslations('integrations');
  return ({ kind, name, active, settings, secrets }) => {
    const line = (label: string, text: string) => t('stale.line', { label, text });
    const lines = (definition?.fields ?? []).flatMap((field) => {
      const label = t(`kind.${kind}.field.${field.name}` as 'kind.ai.field.model');
      if (field.control === 'secret') return secrets[field.name] ? [line(label, t('stale.secret'))] : [];
      const value = settings[field.name];
      if (field.control === 'boolean') return [line(label, t(value === true ? 'stale.yes' : 'stale.no'))];
      const option = `kind.${kind}.option.${String(value)}` as 'kind.ai.option.en';
      return [line(label, field.control === 'choice' && t.has(option) ? t(option) : String(value ?? ''))];
    });
    const isActive = t(active ? 'stale.yes' : 'stale.no');
    return [line(t('name'), name), ...lines, line(t('active'), isActive)].join('\n');
  };
}
