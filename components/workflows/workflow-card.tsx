'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { RuleParts } from '@/components/rule-editor/rule-parts';
import { useSortableRow } from '@/components/rule-editor/sortable';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, EditIcon, LogIcon, OptionsIcon, PauseIcon, ResumeIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { actOnRowKey, type RowKeys } from '@/components/ui/row-keys';
import type { WorkflowSummary } from '@/lib/contracts/workflow';
import { eventOfStart } from '@/lib/engine/start';
import { CardFoot } from './card-foot';
import { bodyOf } from './workflow-body';

export interface CardActs {
  duplicate: (id: string) => void;
  setActive: (workflow: WorkflowSummary, active: boolean) => void;
  remove: (workflow: WorkflowSummary) => void;
  move: (id: string, by: number) => void;
}

export interface WorkflowCardProps {
  workflow: WorkflowSummary;
  /** When it runs among all, 1 being the first. */
  place: number;
  references: References;
  mayWrite: boolean;
  acts: CardActs;
}

/** One workflow: when it runs, whether it is active, and what it does in words. C duplicates, D switches, Backspace asks to delete. */
export const WorkflowCard = memo(function WorkflowCard(props: WorkflowCardProps) {
  const { workflow, mayWrite, acts } = props;
  return (
    <li
      className="flex rounded-md border border-line bg-surface focus-within:border-edge"
      onKeyDown={mayWrite ? (event) => actOnRowKey(event, keysOf(workflow, acts)) : undefined}
    >
      <CardContent {...props} />
    </li>
  );
});

/** The same with a grip: it can be put at another place. */
export const MovableCard = memo(function MovableCard(props: WorkflowCardProps) {
  const t = useTranslations('workflows.card');
  const { workflow, acts } = props;
  const { row, grip, isDragging } = useSortableRow({
    id: workflow.id,
    label: t('move', { name: workflow.name }),
    onMove: (by) => acts.move(workflow.id, by),
  });
  return (
    <li
      {...row}
      className={clsx(
        'flex rounded-md border bg-surface',
        isDragging ? 'relative z-1 border-accent shadow-menu' : 'border-line focus-within:border-edge',
      )}
      onKeyDown={(event) => {
        row.onKeyDown(event);
        actOnRowKey(event, keysOf(workflow, acts));
      }}
    >
      <CardContent {...props} grip={grip} />
    </li>
  );
});

function CardContent({ workflow, place, references, mayWrite, acts, grip }: WorkflowCardProps & { grip?: ReactNode }) {
  const t = useTranslations('workflows.card');
  const { id, name, description, active, start } = workflow;
  const rule = { on: eventOfStart(start), ...bodyOf(workflow) };
  return (
    <article className="flex min-w-0 flex-1 flex-col" aria-labelledby={`workflow-${id}`}>
      <header className={clsx('flex items-start gap-2 border-b border-line py-2 pr-2', grip ? 'pl-2' : 'pl-4')}>
        {grip}
        <span className="min-w-4 pt-1.5 text-right text-ink-3 tabular-nums" title={t('place', { place })}>
          {place}
        </span>
        <div className="min-w-0 flex-1 py-1.5">
          <h2 id={`workflow-${id}`} className="font-semibold [overflow-wrap:anywhere]">
            <Link href={`/workflows/${id}`} prefetch={false} data-row-link="">
              {name}
            </Link>
          </h2>
          {description ? <p className="text-xs text-ink-2 [overflow-wrap:anywhere]">{description}</p> : null}
        </div>
        <span className="pt-1.5">
          <Badge tone={active ? 'go' : 'stop'} className="font-semibold!">
            <span className="sr-only">{t('active')} </span>
            {active ? t('yes') : t('no')}
          </Badge>
        </span>
        <Menu
          trigger={<IconButton label={t('optionsOf', { name })} icon={<OptionsIcon />} />}
          items={useMenuItems(workflow, mayWrite, acts)}
        />
      </header>
      <RuleParts family="workflow" rule={rule} references={references} className="flex-1" />
      <CardFoot workflow={workflow} />
    </article>
  );
}

function useMenuItems(workflow: WorkflowSummary, mayWrite: boolean, acts: CardActs): MenuItem[] {
  const t = useTranslations('workflows.verb');
  const { id, active } = workflow;
  const log: MenuItem = { id: 'firings', label: t('firings'), icon: <LogIcon />, href: `/log?rule=${id}&range=7d` };
  const open: MenuItem = {
    id: 'edit',
    label: mayWrite ? t('edit') : t('view'),
    icon: <EditIcon />,
    shortcut: '↵',
    href: `/workflows/${id}`,
  };
  if (!mayWrite) return [open, log];
  return [
    open,
    {
      id: 'duplicate',
      label: t('duplicate'),
      icon: <CopyIcon />,
      shortcut: 'C',
      onSelect: () => acts.duplicate(id),
    },
    {
      id: 'switch',
      label: active ? t('deactivate') : t('activate'),
      icon: active ? <PauseIcon /> : <ResumeIcon />,
      shortcut: 'D',
      onSelect: () => acts.setActive(workflow, !active),
    },
    log,
    {
      id: 'delete',
      label: t('delete'),
      icon: <DeleteIcon />,
      shortcut: '⌫',
      danger: true,
      onSelect: () => acts.remove(workflow),
    },
  ];
}

function keysOf(workflow: WorkflowSummary, acts: CardActs): RowKeys {
  const remove = () => acts.remove(workflow);
  return {
    c: () => acts.duplicate(workflow.id),
    d: () => acts.setActive(workflow, !workflow.active),
    backspace: remove,
    delete: remove,
  };
}
