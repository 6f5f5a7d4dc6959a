'use client';

import { useTranslations } from 'next-intl';

/** What a field means, where its label alone leaves that open. */
export function FieldHint({ field }: { field: string }) {
  const t = useTranslations('rules');
  const key = `fieldHint.${field}` as 'fieldHint.account_status';
  return field !== '' && t.has(key) ? <p className="mt-1 text-xs text-ink-3">{t(key)}</p> : null;
}
