'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { FilterBar } from '@/components/ui/filter-bar';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { useLivePage } from '@/components/ui/use-live-page';
import { useSearchText } from '@/components/ui/use-search-text';
import { mailStates } from '@/lib/contracts/mail';
import { type MailFilters, mailsAddress, readMailFilters } from './mails-address';

const ANY = 'any';

/** The filters of the list; it follows what happens while it shows the newest. */
export function MailFilterBar({ filters, live }: { filters: MailFilters; live: boolean }) {
  const t = useTranslations('mail.page');
  const router = useRouter();
  const [, startTransition] = useTransition();
  useLivePage(live);
  const change = (changes: Partial<MailFilters>) =>
    startTransition(() => router.replace(mailsAddress({ ...filters, ...changes }), { scroll: false }));
  const [search, setSearch] = useSearchText(filters.search, (text) => change({ search: text }));
  return (
    <FilterBar>
      <SearchInput value={search} onChange={setSearch} label={t('search')} />
      <Select
        auto
        size="sm"
        label={t('stateLabel')}
        value={filters.state || ANY}
        options={[
          { value: ANY, label: t('anyState') },
          ...mailStates.map((value) => ({ value, label: t(`state.${value}`) })),
        ]}
        onChange={(state) => change({ state: readMailFilters({ search: '', state }).state })}
      />
    </FilterBar>
  );
}
