'use client';

import { useTranslations } from 'next-intl';
import { useModKey } from '@/components/shell/use-mod-key';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, OptionsIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { StatusDot } from '@/components/ui/status-dot';
import { shortcutLabel } from '@/components/ui/use-shortcut';

interface EditorHeaderProps {
  title: string;
  /** Null for a schedule that is not stored yet. */
  id: string | null;
  open: boolean;
  dirty: boolean;
  busy: boolean;
  mayWrite: boolean;
  onCancel: () => void;
  onSave: () => void;
  onDelete: () => void;
  onClone: () => void;
}

export function EditorHeader(props: EditorHeaderProps) {
  const { title, id, open, dirty, busy, mayWrite, onCancel, onSave, onDelete, onClone } = props;
  const t = useTranslations('schedules.editor');
  const list = useTranslations('schedules.list');
  const mac = useModKey() === '⌘';
  return (
    <PageHeader
      crumb={{ label: t('crumb'), href: '/schedules' }}
      title={title}
      state={
        <Badge tone={open ? 'go' : 'neutral'} className="max-phone:hidden">
          <StatusDot tone={open ? 'active' : 'inactive'} />
          {open ? t('openNow') : t('closedNow')}
        </Badge>
      }
      actions={
        mayWrite ? (
          <>
            <span role="status" className="mr-1 text-xs text-ink-2 max-phone:hidden">
              {dirty ? <StatusDot tone="waiting">{t('unsaved')}</StatusDot> : null}
            </span>
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
