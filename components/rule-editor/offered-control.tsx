'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { IconButton } from '@/components/ui/icon-button';
import { RetryIcon } from '@/components/ui/icons';
import { foldText } from '@/components/ui/option-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { problemText } from '@/lib/client/fetcher';
import { type Offered, useOffered } from '@/lib/client/offered';
import type { Connector } from '@/lib/engine/definition';
import { useRuleEditor } from './editor-context';
import { WRAPS } from './wraps';

interface OfferedControlProps {
  by: Connector;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** An id of the other side: chosen of those that it offers, or written where it cannot be asked. */
export function OfferedControl({ by, label, value, onChange }: OfferedControlProps) {
  const t = useTranslations('rules.editor.offered');
  const { references } = useRuleEditor();
  const [typed, setTyped] = useState('');
  const { offered, error, anew } = useOffered(by);
  // What was known when the page was made, until the other side has been asked.
  const items = offered?.items ?? references.offered?.[by]?.map(({ key, name }) => ({ id: key, name })) ?? [];
  const search = foldText(typed.trim());
  const found = items.filter(({ id, name }) => foldText(`${name} ${id}`).includes(search));
  const free = typed.trim() !== '' && items.every(({ id }) => id !== typed.trim()) ? typed.trim() : null;
  return (
    <>
      <span className="flex min-w-0 items-center gap-1">
        <Combobox
          auto
          className={WRAPS}
          label={label}
          value={value === '' ? null : value}
          placeholder={t('choose')}
          display={items.find(({ id }) => id === value)?.name}
          onSearch={setTyped}
          options={[
            ...found.map(({ id, name }) => ({ value: id, label: name, hint: id })),
            ...(free ? [{ value: free, label: t('free', { id: free }) }] : []),
          ]}
          onChange={onChange}
        />
        <IconButton
          size="sm"
          label={t('anew')}
          icon={<RetryIcon />}
          busy={anew.isPending}
          disabledReason={offered?.by === null ? t('nothing') : null}
          onClick={() => anew.mutate()}
        />
      </span>
      <OfferedNotes {...{ by, offered, value }} failure={error ? problemText(error, t('failed')) : null} />
    </>
  );
}

interface NotesProps {
  by: Connector;
  offered: Offered | undefined;
  value: string;
  failure: string | null;
}

/** How fresh the list is, what kept it from being read, and that the chosen id is not in it. */
function OfferedNotes({ by, offered, value, failure }: NotesProps) {
  const t = useTranslations('rules.editor.offered');
  const reasons = useTranslations('firings.reason');
  const connector = useTranslations('rules.connector')(by);
  const { readAt = null, error = null, items = [] } = offered ?? {};
  const known = readAt === null || value === '' || items.some(({ id }) => id === value);
  const reason = failure ?? (error && (reasons.has(error as 'timed_out') ? reasons(error as 'timed_out') : error));
  return (
    <span className="block text-xs text-ink-3">
      <span role="status" className="block text-wait-ink">
        {known ? null : <span className="block">{t('unknown', { connector, id: value })}</span>}
        {reason ? <span className="block">{t('notRead', { reason })}</span> : null}
        {offered?.by === null || (reason && !readAt) ? <span className="block">{t('write')}</span> : null}
      </span>
      {readAt ? (
        <span className="block">
          {t('read', { count: items.length })} <RelativeTime at={readAt} />
        </span>
      ) : null}
    </span>
  );
}
