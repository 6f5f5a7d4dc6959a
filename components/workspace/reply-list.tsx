'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, OptionsIcon } from '@/components/ui/icons';
import { ListFoot } from '@/components/ui/list-foot';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useCannedReplies, useDeleteCannedReply } from '@/lib/client/canned-replies';
import { problemText } from '@/lib/client/problem-text';
import type { CannedReply } from '@/lib/contracts/canned-reply';
import { ReplyDialog } from './reply-dialog';

const FILTERS = { search: '', scope: '', page: '1' };
const ROWS = 50;
type Asked = { act: 'new' } | { act: 'edit' | 'delete'; reply: CannedReply };

export interface ReplyListProps {
  /** Admins and leads decide what everybody finds. */
  mayShare: boolean;
}

/** Canned replies: own ones and those for everybody. */
export function ReplyList({ mayShare }: ReplyListProps) {
  const t = useTranslations('workspace.replies');
  const [filters, change] = useAddressFilters(FILTERS);
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  const scope = filters.scope === 'own' || filters.scope === 'shared' ? filters.scope : '';
  const page = Math.max(1, Number(filters.page) || 1);
  const list = useCannedReplies({ search: filters.search, scope, page, pageSize: ROWS });
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  useShortcut('n', () => setAsked({ act: 'new' }));
  const { items = [], total = 0 } = list.data ?? {};
  const narrowed = filters.search !== '' || scope !== '';
  const add = (
    <Button
      variant="primary"
      icon={<AddIcon />}
      shortcut="N"
      aria-keyshortcuts="N"
      onClick={() => setAsked({ act: 'new' })}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} crumb={{ label: t('workspace'), href: '/workspace' }} actions={add} />
      <FilterBar>
        <SearchInput value={search} onChange={setSearch} label={t('search')} className="w-80! max-phone:w-full!" />
        <Segmented
          label={t('scope')}
          value={scope}
          onChange={(next) => change({ scope: next }, { history: 'push' })}
          className="max-phone:w-full"
          segments={[
            { value: '', label: t('all') },
            { value: 'own', label: t('own') },
            { value: 'shared', label: t('shared') },
          ]}
        />
      </FilterBar>
      {list.isPending ? <SkeletonRows label={t('title')} /> : null}
      {list.isError && !list.data ? (
        <Notice
          tone="stop"
          className="m-5"
          action={
            <Button size="sm" onClick={() => void list.refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {problemText(list.error, t('readFailed'))}
        </Notice>
      ) : null}
      {list.data && items.length === 0 ? (
        narrowed ? (
          <EmptyState
            title={t('emptyFiltered', { query: filters.search })}
            actions={<Button onClick={() => change({ search: '', scope: '' })}>{t('clear')}</Button>}
          />
        ) : (
          <EmptyState title={t('empty')} text={t('emptyText')} actions={add} />
        )
      ) : null}
      {items.length > 0 ? (
        <>
          <ReplyTable replies={items} onAsk={setAsked} />
          <ListFoot
            from={(page - 1) * ROWS + 1}
            to={(page - 1) * ROWS + items.length}
            total={total}
            previous={page > 1 ? { onClick: () => change({ page: String(page - 1) }) } : undefined}
            next={page * ROWS < total ? { onClick: () => change({ page: String(page + 1) }) } : undefined}
          />
        </>
      ) : null}
      {asked && asked.act !== 'delete' ? (
        <ReplyDialog reply={asked.act === 'edit' ? asked.reply : undefined} mayShare={mayShare} onClose={close} />
      ) : null}
      {asked?.act === 'delete' ? <DeleteReply reply={asked.reply} onClose={close} /> : null}
    </>
  );
}

function ReplyTable({ replies, onAsk }: { replies: readonly CannedReply[]; onAsk: (asked: Asked) => void }) {
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

function ReplyRow({ reply, onAsk }: { reply: CannedReply; onAsk: (asked: Asked) => void }) {
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

function DeleteReply({ reply, onClose }: { reply: CannedReply; onClose: () => void }) {
  const t = useTranslations('workspace.replies');
  const deletion = useDeleteCannedReply();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteTitle', { name: reply.title })}
      text={
        <>
          {t('deleteText', { shortcut: reply.shortcut })}
          {deletion.error ? (
            <span role="alert" className="mt-2 block text-stop-ink">
              {problemText(deletion.error, t('failed'))}
            </span>
          ) : null}
        </>
      }
      verb={t('deleteVerb')}
      busy={deletion.isPending}
      onConfirm={() =>
        deletion.mutate(reply.id, {
          onSuccess: () => {
            toast(t('deleted', { name: reply.title }));
            onClose();
          },
        })
      }
    />
  );
}
