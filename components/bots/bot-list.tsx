'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { AddIcon } from '@/components/ui/icons';
import { HeadCell, ListTable } from '@/components/ui/list-table';
import { foldText } from '@/components/ui/option-list';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useSearchText } from '@/components/ui/use-search-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useBots } from '@/lib/client/bots';
import type { Bot } from '@/lib/contracts/bot';
import type { Page } from '@/lib/contracts/list';
import { BotRow } from './bot-row';
import { DeleteBot } from './delete-bot';

const DEFAULTS = { search: '' };

/** All bots: what they know, and where they answer. */
export function BotList({ initial, mayWrite }: { initial: Page<Bot>; mayWrite: boolean }) {
  const t = useTranslations('bots.list');
  const router = useRouter();
  const { data } = useBots(initial);
  const [{ search }, change] = useAddressFilters(DEFAULTS);
  const [text, setText] = useSearchText(search, (next) => change({ search: next }));
  const [doomed, setDoomed] = useState<Bot | null>(null);
  useShortcut('n', () => router.push('/bots/new'), { enabled: mayWrite });
  const wanted = foldText(text.trim());
  const rows = data.items.filter(({ name, key }) => foldText(`${name} ${key}`).includes(wanted));
  const create = mayWrite ? (
    <ButtonLink variant="primary" href="/bots/new" icon={<AddIcon />} shortcut="N" prefetch={false}>
      {t('new')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} note={data.total} actions={create} />
      {data.total > 0 ? (
        <FilterBar>
          <SearchInput value={text} onChange={setText} label={t('search')} />
        </FilterBar>
      ) : (
        <EmptyState title={t('empty')} text={t('emptyText')} actions={create} />
      )}
      {data.total > 0 && rows.length === 0 ? (
        <EmptyState
          title={t('noMatch', { query: text.trim() })}
          actions={<Button onClick={() => setText('')}>{t('clearSearch')}</Button>}
        />
      ) : null}
      {rows.length > 0 ? (
        <ListTable label={t('title')}>
          <thead>
            <tr>
              <HeadCell kind="name">{t('name')}</HeadCell>
              <HeadCell>{t('status')}</HeadCell>
              <HeadCell>{t('channels')}</HeadCell>
              <HeadCell align="end">{t('answers')}</HeadCell>
              <HeadCell>{t('changed')}</HeadCell>
              <HeadCell kind="menu">
                <span className="sr-only">{t('menu')}</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((bot) => (
              <BotRow key={bot.id} bot={bot} mayWrite={mayWrite} onDelete={() => setDoomed(bot)} />
            ))}
          </tbody>
        </ListTable>
      ) : null}
      {doomed ? <DeleteBot bot={doomed} onClose={() => setDoomed(null)} onDeleted={() => setDoomed(null)} /> : null}
    </>
  );
}
