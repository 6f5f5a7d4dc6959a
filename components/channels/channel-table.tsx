'use client';

import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { DeleteIcon, EditIcon, OptionsIcon, PauseIcon, ResumeIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot } from '@/components/ui/status-dot';
import type { ChannelSummary } from '@/lib/contracts/channel';
import type { Named } from './channel-list';
import { channelPath } from './channel-path';
import { hasWidget } from './has-widget';

export interface ChannelActs {
  setActive: (channel: ChannelSummary, active: boolean) => void;
  remove: (channel: ChannelSummary) => void;
}

interface ChannelTableProps {
  rows: readonly ChannelSummary[];
  brands: readonly Named[];
  groups: readonly Named[];
  /** Null for those who only read. */
  acts: ChannelActs | null;
}

export function ChannelTable({ rows, brands, groups, acts }: ChannelTableProps) {
  const t = useTranslations('channels');
  return (
    <ListTable label={t('title')}>
      <thead>
        <tr>
          <HeadCell kind="name">{t('list.name')}</HeadCell>
          <HeadCell>{t('list.status')}</HeadCell>
          <HeadCell>{t('list.kind')}</HeadCell>
          <HeadCell>{t('list.brand')}</HeadCell>
          <HeadCell className="max-[1240px]:hidden">{t('list.group')}</HeadCell>
          <HeadCell>{t('list.seen')}</HeadCell>
          <HeadCell kind="menu">
            <span className="sr-only">{t('list.options')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            brand={nameOf(brands, channel.brand)}
            group={channel.defaultGroup && nameOf(groups, channel.defaultGroup)}
            acts={acts}
          />
        ))}
      </tbody>
    </ListTable>
  );
}

interface ChannelRowProps {
  channel: ChannelSummary;
  brand: string;
  group: string | null;
  acts: ChannelActs | null;
}

function ChannelRow({ channel, brand, group, acts }: ChannelRowProps) {
  const t = useTranslations('channels');
  const { name, key, kind, active, bot } = channel;
  const tone = active ? 'active' : 'inactive';
  return (
    <Row>
      <Cell kind="name">
        <RowName
          href={channelPath(channel)}
          name={name}
          detail={bot ? t('list.withBot', { key, bot: bot.name }) : key}
        />
      </Cell>
      <Cell phone="left">
        <StatusDot tone={tone}>{t(`status.${tone}`)}</StatusDot>
      </Cell>
      <Cell className="text-ink-2">{t(`kind.${kind}`)}</Cell>
      <Cell className="max-w-44 truncate text-ink-2" title={brand}>
        {brand}
      </Cell>
      <Cell className="max-w-44 truncate text-ink-2 max-[1240px]:hidden" title={group ?? undefined}>
        {group ?? <span className="text-ink-3">{t('list.noGroup')}</span>}
      </Cell>
      <Cell phone="right">
        <Seen channel={channel} />
      </Cell>
      <Cell kind="menu">
        <Menu
          trigger={<IconButton label={t('list.optionsOf', { name })} size="sm" icon={<OptionsIcon />} />}
          items={itemsOf(t, channel, acts)}
        />
      </Cell>
    </Row>
  );
}

/** Where the widget was loaded last: the proof that it is installed. */
function Seen({ channel }: { channel: ChannelSummary }) {
  const t = useTranslations('channels');
  if (!hasWidget(channel)) return <span className="text-ink-3">–</span>;
  if (channel.seen === null) return <span className="text-ink-3">{t('list.notSeen')}</span>;
  const { origin, at } = channel.seen;
  return (
    <span className="flex items-baseline gap-2">
      <span className="max-w-56 truncate max-phone:max-w-40" title={origin}>
        {origin.replace(/^https?:\/\//, '')}
      </span>
      <RelativeTime at={at} className="text-xs text-ink-3" />
    </span>
  );
}

function itemsOf(
  t: ReturnType<typeof useTranslations<'channels'>>,
  channel: ChannelSummary,
  acts: ChannelActs | null,
): MenuItem[] {
  const open: MenuItem = {
    id: 'edit',
    label: acts ? t('list.edit') : t('list.view'),
    icon: <EditIcon />,
    shortcut: '↵',
    href: channelPath(channel),
  };
  if (!acts) return [open];
  const { active } = channel;
  return [
    open,
    {
      id: 'switch',
      label: active ? t('list.deactivate') : t('list.activate'),
      icon: active ? <PauseIcon /> : <ResumeIcon />,
      onSelect: () => acts.setActive(channel, !active),
    },
    {
      id: 'delete',
      label: t('list.delete'),
      icon: <DeleteIcon />,
      danger: true,
      onSelect: () => acts.remove(channel),
    },
  ];
}

const nameOf = (named: readonly Named[], key: string) => named.find((each) => each.key === key)?.name ?? key;
