'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LockIcon } from '@/components/ui/icons';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { Composer, type ComposerHandle } from './composer';

interface EndedBarProps {
  conversation: WorkspaceConversation;
  composer: RefObject<ComposerHandle | null>;
}

/** In the place where one writes, once nobody can be written to; notes can still be added. */
export function EndedBar({ conversation, composer }: EndedBarProps) {
  const t = useTranslations('workspace.ended');
  const formats = useFormats();
  const [noting, setNoting] = useState(false);
  const { verbs, endedAt } = conversation;
  useEffect(() => {
    if (noting || !verbs.note.allowed) return;
    // N opens what there is to write in; the composer itself takes over from there.
    composer.current = { write: (mode) => mode === 'note' && setNoting(true) };
    return () => {
      composer.current = null;
    };
  }, [noting, verbs.note.allowed, composer]);
  useEffect(() => {
    if (noting) composer.current?.write('note');
  }, [noting, composer]);
  if (noting) return <Composer conversation={conversation} handle={composer} />;
  return (
    <div className="mx-5 mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-surface-2 px-3 py-2.5 text-ink-2 max-phone:mx-3 max-phone:mb-3">
      <p className="min-w-0 flex-1 basis-60">
        {t('text', { date: endedAt ? formats.dateTime(endedAt) : '' })} {t('next')}
      </p>
      {verbs.note.allowed ? (
        <Button
          size="sm"
          icon={<LockIcon className="size-3.5" />}
          aria-keyshortcuts="N"
          onClick={() => setNoting(true)}
        >
          {t('note')}
        </Button>
      ) : null}
    </div>
  );
}
