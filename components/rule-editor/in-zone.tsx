'use client';

import { useTranslations } from 'next-intl';
import { useRuleEditor } from './editor-context';

/** In which time zone days and times are meant. */
export function InZone() {
  const t = useTranslations('rules.editor');
  const { timeZone } = useRuleEditor();
  return timeZone === undefined ? null : <p className="text-xs text-ink-3">{t('inZone', { zone: timeZone })}</p>;
}
