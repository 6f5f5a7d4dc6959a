'use client';

import { useTranslations } from 'next-intl';
import { useModKey } from '@/components/shell/use-mod-key';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, OptionsIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { StatusDot } from '@/components/ui/status-dot';
import { Switch } from '@/components/ui/switch';
import { shortcutLabel } from '@/components/ui/use-shortcut';

interface EditorHeaderProps {
  title: string;
  /** Null for a bot that is not stored yet. */
  id: string | null;
  active: boolean;
  dirty: boolean;
  busy: boolean;
  mayWrite: boolean;
  onActive: (active: boolean) => void;
  onCancel: () => void;
  onSave: () => void;
  onClone: () => void;
  onDelete: () => void;
}

export function EditorHeader(props: EditorHeaderProps) {
  const { title, id, active, dirty, busy, mayWrite, onActive, onCancel, onSave, onClone, onDelete } = props;
  const t = useTranslations('bots.editor');
  const list = useTranslations('bots.list');
  const mac = useModKey() === '⌘';
  return (
    <PageHeader
      crumb={{ label: t('crumb'), href: '/bots' }}
      title={title}
      actions={
        mayWrite ? (
          <>
            <span role="status" className="mr-1 text-xs text-ink-2 max-[900px]:hidden">
              {dirty ? <StatusDot tone="waiting">{t('unsaved')}</StatusDot> : null}
            </span>
            <Switch className="mr-2 max-phone:hidden" checked={active} label={t('active')} onChange={onActive} />
            {id === null ? null : (
              <Menu
                trigger={<IconButton label={list('options', { name: title })} icon={<OptionsIcon />} />}
                items={[
                  { id: 'clone', label: list('clone'), icon: <CopyIcon />, onSelect: onClone },
                  { id: 'delete', label: list('delete'), icon: <DeleteIcon />, danger: true, onSelect: onDelete },
                ]}
              />
            )}
            <Button className="max-phone:hidden" onClick={onCancel}>
              {t('cancel')}
            </Button>
            <Button
              variant="primary"
              busy={busy}
              disabledReason={id !== null && !dirty ? t('nothingToSave') : null}
              shortcut={shortcutLabel('mod+s', mac)}
              onClick={onSave}
            >
              {id === null ? t('create') : t('save')}
            </Button>
          </>
        ) : null
      }
    />
  );
}
