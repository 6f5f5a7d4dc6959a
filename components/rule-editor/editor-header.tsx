'use client';

import { useTranslations } from 'next-intl';
import { useModKey } from '@/components/shell/use-mod-key';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Switch } from '@/components/ui/switch';
import { shortcutLabel } from '@/components/ui/use-shortcut';
import type { RuleArea } from './rule-tabs';

interface EditorHeaderProps {
  area: RuleArea;
  title: string;
  isNew: boolean;
  active: boolean;
  mayWrite: boolean;
  busy: boolean;
  /** Why saving has nothing to do or cannot be. */
  blocked: string | null;
  onActive: (active: boolean) => void;
  onCancel: () => void;
  onSave: () => void;
}

export function EditorHeader(props: EditorHeaderProps) {
  const { area, title, isNew, active, mayWrite, busy, blocked, onActive, onCancel, onSave } = props;
  const t = useTranslations('rules.page');
  const own = useTranslations(`${area}.editor`);
  const mac = useModKey() === '⌘';
  return (
    <PageHeader
      crumb={{ label: own('crumb'), href: `/${area}` }}
      title={title}
      actions={
        mayWrite ? (
          <>
            <Switch className="mr-2 max-phone:hidden" checked={active} label={t('active')} onChange={onActive} />
            <Button className="max-phone:hidden" onClick={onCancel}>
              {t('cancel')}
            </Button>
            <Button
              variant="primary"
              busy={busy}
              disabledReason={blocked}
              shortcut={shortcutLabel('mod+s', mac)}
              onClick={onSave}
            >
              {isNew ? own('create') : own('save')}
            </Button>
          </>
        ) : null
      }
    />
  );
}
