'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from './copy-button';
import { isMadeId, shortId } from './short-id';

/** An id, a made one by its end and whole on hover; with `copy` a button copies what is not shown. */
export function IdText({ id, copy = false }: { id: string; copy?: boolean }) {
  const t = useTranslations('ui');
  if (!isMadeId(id)) return id;
  const text = <span title={id}>{shortId(id)}</span>;
  if (!copy) return text;
  return (
    <span className="inline-flex items-center gap-1">
      {text}
      <CopyButton text={id} label={t('copyId')} size="xs" />
    </span>
  );
}
