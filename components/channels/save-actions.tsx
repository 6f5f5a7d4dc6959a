'use client';

import { useTranslations } from 'next-intl';
import { useModKey } from '@/components/shell/use-mod-key';
import { Button } from '@/components/ui/button';
import { shortcutLabel, useShortcut } from '@/components/ui/use-shortcut';

interface SaveActionsProps {
  dirty: boolean;
  busy: boolean;
  onUndo: () => void;
  onSave: () => void;
}

/** What the header of a form offers; Ctrl S saves as well. */
export function SaveActions({ dirty, busy, onUndo, onSave }: SaveActionsProps) {
  const t = useTranslations('channels');
  const mac = useModKey() === '⌘';
  useShortcut('mod+s', () => dirty && !busy && onSave());
  return (
    <>
      {dirty ? (
        <Button className="max-phone:hidden" onClick={onUndo}>
          {t('undoChanges')}
        </Button>
      ) : null}
      <Button
        variant="primary"
        busy={busy}
        disabledReason={dirty ? null : t('nothingToSave')}
        shortcut={shortcutLabel('mod+s', mac)}
        onClick={onSave}
      >
        {t('save')}
      </Button>
    </>
  );
}
