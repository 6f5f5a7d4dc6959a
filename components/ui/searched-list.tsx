'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Button } from './button';
import { ButtonLink } from './button-link';
import { EmptyState } from './empty-state';
import { FilterBar } from './filter-bar';
import { AddIcon } from './icons';
import { HeadCell, ListTable } from './list-table';
import { foldText } from './option-list';
import { PageHeader } from './page-header';
import { SearchInput } from './search-input';
import { useAddressFilters } from './use-address-filters';
import { useSearchText } from './use-search-text';
import { useShortcut } from './use-shortcut';

type Word = 'title' | 'new' | 'search' | 'empty' | 'emptyText' | 'clearSearch' | 'name' | 'menu';

interface SearchedListProps<Item> {
  /** Says the words of the page. */
  t: (word: Word) => string;
  /** Said when nothing has been found. */
  noMatch: (query: string) => string;
  items: readonly Item[];
  /** How many there are, should not all have been loaded. */
  total: number;
  /** Where a new one is made; null where the reader may not. */
  newHref: string | null;
  /** What the search looks in. */
  textOf: (item: Item) => string;
  /** Heads of the columns between name and menu. */
  heads: ReactNode;
  row: (item: Item) => ReactNode;
}

const DEFAULTS = { search: '' };

/** A page that lists all of a few things, searched as one types; N makes a new one. */
export function SearchedList<Item>({ t, noMatch, items, total, newHref, textOf, heads, row }: SearchedListProps<Item>) {
  const router = useRouter();
  const [{ search }, change] = useAddressFilters(DEFAULTS);
  const [text, setText] = useSearchText(search, (next) => change({ search: next }));
  useShortcut('n', () => newHref && router.push(newHref), { enabled: newHref !== null });
  const wanted = foldText(text.trim());
  const found = items.filter((item) => foldText(textOf(item)).includes(wanted));
  const create = newHref ? (
    <ButtonLink variant="primary" href={newHref} icon={<AddIcon />} shortcut="N" prefetch={false}>
      {t('new')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} note={total} actions={create} />
      {items.length > 0 ? (
        <FilterBar>
          <SearchInput value={text} onChange={setText} label={t('search')} />
        </FilterBar>
      ) : (
        <EmptyState title={t('empty')} text={t('emptyText')} actions={create} />
      )}
      {items.length > 0 && found.length === 0 ? (
        <EmptyState
          title={noMatch(text.trim())}
          actions={<Button onClick={() => setText('')}>{t('clearSearch')}</Button>}
        />
      ) : null}
      {found.length > 0 ? (
        <ListTable label={t('title')}>
          <thead>
            <tr>
              <HeadCell kind="name">{t('name')}</HeadCell>
              {heads}
              <HeadCell kind="menu">
                <span className="sr-only">{t('menu')}</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>{found.map(row)}</tbody>
        </ListTable>
      ) : null}
    </>
  );
}
