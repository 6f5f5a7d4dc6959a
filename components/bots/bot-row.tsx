'use client';

import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, EditIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, Row, RowName } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot } from '@/components/ui/status-dot';
import type { Bot } from '@/lib/contracts/bot';
import { BotAvatar } from './bot-avatar';
import { useLanguageNames } from './language-names';

interface BotRowProps {
  bot: Bot;
  mayWrite: boolean;
  onDelete: () => void;
}

export function BotRow({ bot, mayWrite, onDelete }: BotRowProps) {
  const t = useTranslations('bots.list');
  const nameOf = useLanguageNames();
  const { id, name, avatar, language, active, answers, channels, updatedAt } = bot;
  const inUse = channels.filter((channel) => channel.inUse).map((channel) => channel.name);
  const edit = { id: 'edit', label: t(mayWrite ? 'edit' : 'show'), icon: <EditIcon />, href: `/bots/${id}` };
  return (
    <Row>
      <Cell kind="name">
        <div className="flex items-center gap-2.5">
          <BotAvatar name={name} avatar={avatar} />
          <div className="min-w-0">
            <RowName href={`/bots/${id}`} name={name} detail={nameOf(language)} />
          </div>
        </div>
      </Cell>
      <Cell phone="left">
        <StatusDot tone={active ? 'active' : 'inactive'}>{active ? t('active') : t('inactive')}</StatusDot>
      </Cell>
      <Cell phone="right" className="text-ink-2">
        {inUse.length > 0
          ? t('answersOn', { channels: inUse.join(', ') })
          : channels.length > 0
            ? t('published', { count: channels.length })
            : t('nowhere')}
      </Cell>
      <Cell align="end">{answers.length}</Cell>
      <Cell className="text-ink-2">
        <RelativeTime at={updatedAt} />
      </Cell>
      <Cell kind="menu">
        <Menu
          trigger={<IconButton size="sm" label={t('options', { name })} icon={<OptionsIcon />} />}
          items={
            mayWrite
              ? [
                  edit,
                  { id: 'clone', label: t('clone'), icon: <CopyIcon />, href: `/bots/new?from=${id}` },
                  { id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true, onSelect: onDelete },
                ]
              : [edit]
          }
        />
      </Cell>
    </Row>
  );
}
