'use client';

import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CannedReply } from '@/lib/contracts/canned-reply';

export type AskedReply = { act: 'edit' | 'delete'; reply: CannedReply };

interface ReplyTableProps {
  replies: readonly CannedReply[];
  onAsk: (asked: AskedReply) => void;
}

export function ReplyTable({ replies, onAsk }: ReplyTableProps) {
  const t = useTranslations('workspace.replies');
  return (
    <ListTable label={t('title')} sticky>
      <thead>
        <tr>
          <HeadCell kind="name">{t('name')}</HeadCell>
          <HeadCell>{t('shortcut')}</HeadCell>
          <HeadCell>{t('for')}</HeadCell>
          <HeadCell align="end">{t('changed')}</HeadCell>
          <HeadCell kind="menu">
            <span className="sr-only">{t('edit')}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {replies.map((reply) => (
          <ReplyRow key={reply.id} reply={reply} onAsk={onAsk} />
        ))}
      </tbody>
    </ListTable>
  );
}

function ReplyRow({ reply, onAsk }: { reply: CannedReply; onAsk: (asked: AskedReply) => void }) {
  const t = useTranslations('workspace.replies');
  const { title, text, shortcut, shared, owner, mayChange, updatedAt } = reply;
  return (
    <tr>
      <Cell kind="name">
        {mayChange ? (
          <button
            type="button"
            data-row-link=""
            title={title}
            onClick={() => onAsk({ act: 'edit', reply })}
            className="block max-w-full truncate leading-[17px] font-medium hover:underline max-phone:leading-5"
          >
            {title}
          </button>
        ) : (
          <span className="block truncate leading-[17px] font-medium" title={title}>
            {title}
          </span>
        )}
        <span className="block truncate text-xs leading-[17px] text-ink-3" title={text}>
          {text}
        </span>
      </Cell>
      <Cell phone="left">
        <code className="font-mono text-xs">/{shortcut}</code>
      </Cell>
      <Cell phone="right">
        {shared ? t('everybody') : t('me')}
        {shared && owner ? (
          <span className="block text-xs text-ink-3 max-phone:hidden">{t('owner', { name: owner.name })}</span>
        ) : null}
      </Cell>
      <Cell align="end" className="text-ink-2">
        <RelativeTime at={updatedAt} />
      </Cell>
      <Cell kind="menu">
        {mayChange ? (
          <Menu
            items={[
              { id: 'edit', label: t('edit'), onSelect: () => onAsk({ act: 'edit', reply }) },
              { id: 'delete', label: t('delete'), danger: true, onSelect: () => onAsk({ act: 'delete', reply }) },
            ]}
            trigger={<IconButton label={t('options', { name: title })} size="sm" icon={<OptionsIcon />} />}
          />
        ) : null}
      </Cell>
    </tr>
  );
}
