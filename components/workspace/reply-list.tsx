'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { AddIcon } from '@/components/ui/icons';
import { ListFoot } from '@/components/ui/list-foot';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useCannedReplies } from '@/lib/client/canned-replies';
import { problemText } from '@/lib/client/problem-text';
import { DeleteReply } from './delete-reply';
import { ReplyDialog } from './reply-dialog';
import { type AskedReply, ReplyTable } from './reply-table';

const FILTERS = { search: '', scope: '', page: '1' };
const ROWS = 50;
type Asked = { act: 'new' } | AskedReply;

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
