'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { HeadCell } from '@/components/ui/list-table';
import { SearchedList } from '@/components/ui/searched-list';
import { useBots } from '@/lib/client/bots';
import type { Bot } from '@/lib/contracts/bot';
import type { Page } from '@/lib/contracts/list';
import { BotRow } from './bot-row';
import { DeleteBot } from './delete-bot';

/** All bots: what they know, and where they answer. */
export function BotList({ initial, mayWrite }: { initial: Page<Bot>; mayWrite: boolean }) {
  const t = useTranslations('bots.list');
  const { data } = useBots(initial);
  const [doomed, setDoomed] = useState<Bot | null>(null);
  return (
    <>
      <SearchedList
        t={t}
        noMatch={(query) => t('noMatch', { query })}
        items={data.items}
        total={data.total}
        newHref={mayWrite ? '/bots/new' : null}
        textOf={({ name, key }) => `${name} ${key}`}
        heads={
          <>
            <HeadCell>{t('status')}</HeadCell>
            <HeadCell>{t('channels')}</HeadCell>
            <HeadCell align="end">{t('answers')}</HeadCell>
            <HeadCell>{t('changed')}</HeadCell>
          </>
        }
        row={(bot) => <BotRow key={bot.id} bot={bot} mayWrite={mayWrite} onDelete={() => setDoomed(bot)} />}
      />
      {doomed ? <DeleteBot bot={doomed} onClose={() => setDoomed(null)} onDeleted={() => setDoomed(null)} /> : null}
    </>
  );
}
