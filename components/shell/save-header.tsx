'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, OptionsIcon } from '@/components/ui/icons';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { StatusDot } from '@/components/ui/status-dot';
import { shortcutLabel } from '@/components/ui/use-shortcut';
import { useModKey } from './use-mod-key';

interface SaveHeaderProps {
  /** Whose words it speaks. */
  area: 'bots' | 'schedules';
  title: string;
  /** It is not stored yet. */
  isNew: boolean;
  dirty: boolean;
  busy: boolean;
  mayWrite: boolean;
  /** Beside the title. */
  state?: ReactNode;
  /** Before the menu, where there is room. */
  control?: ReactNode;
  /** In the menu, above what everything has. */
  entries?: readonly MenuItem[];
  onCancel: () => void;
  onSave: () => void;
  onClone: () => void;
  onDelete: () => void;
}

/** The head of an editor that saves when one says so: what it is, whether something is unsaved, and what can be done. */
export function SaveHeader(props: SaveHeaderProps) {
  const { area, title, isNew, dirty, busy, mayWrite, state, control, entries = [] } = props;
  const { onCancel, onSave, onClone, onDelete } = props;
  const t = useTranslations(`${area}.editor`);
  const list = useTranslations(`${area}.list`);
  const mac = useModKey() === '⌘';
  return (
    <PageHeader
      crumb={{ label: t('crumb'), href: `/${area}` }}
      title={title}
      state={state}
      actions={
        mayWrite ? (
          <>
            <span role="status" className="mr-1 text-xs text-ink-2 max-[900px]:hidden">
              {dirty ? <StatusDot tone="waiting">{t('unsaved')}</StatusDot> : null}
            </span>
            {control}
            {isNew ? null : (
              <Menu
                trigger={<IconButton label={list('options', { name: title })} icon={<OptionsIcon />} />}
                items={[
                  ...entries,
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
              disabledReason={!isNew && !dirty ? t('nothingToSave') : null}
              shortcut={shortcutLabel('mod+s', mac)}
              onClick={onSave}
            >
              {isNew ? t('create') : t('save')}
            </Button>
          </>
        ) : null
      }
    />
  );
}
