'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SortableList } from '@/components/rule-editor/sortable';
import { Button } from '@/components/ui/button';
import { AddIcon } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { toast, toastUndo } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { problemText } from '@/lib/client/fetcher';
import { useChangeOrganisation, useOrganisation } from '@/lib/client/organisation';
import type { Use } from '@/lib/contracts/app-error';
import type { Page } from '@/lib/contracts/list';
import type { Status } from '@/lib/contracts/status';
import { DeleteStatus } from './delete-status';
import { StatusDialog } from './status-dialog';
import { StatusRow } from './status-row';

type Asked = { act: 'new' } | { act: 'edit' | 'delete'; status: Status };

export interface StatusListProps {
  initial: Page<Status>;
  /** Where each is used, by key. */
  used: Readonly<Record<string, { rules: readonly Use[]; tickets: number }>>;
  manage: boolean;
}

/** Statuses in the order in which agents are offered them. */
export function StatusList({ initial, used, manage }: StatusListProps) {
  const t = useTranslations('settings.statuses');
  const router = useRouter();
  const client = useQueryClient();
  const { data } = useOrganisation('statuses', initial);
  const move = useChangeOrganisation<Status>('statuses');
  const [asked, setAsked] = useState<Asked | null>(null);
  useShortcut('n', () => setAsked({ act: 'new' }), { enabled: manage });
  const { items } = data;
  const ids = items.map(({ id }) => id);
  const close = () => setAsked(null);
  const done = () => {
    close();
    // Where things are used stands in the page.
    router.refresh();
  };
  const place = (id: string, to: number, undoable = true) => {
    const from = ids.indexOf(id);
    const status = items[from];
    const target = Math.min(Math.max(to, 0), ids.length - 1);
    if (!status || target === from) return;
    const others = items.filter((each) => each.id !== id);
    const next = [...others.slice(0, target), status, ...others.slice(target)];
    client.setQueryData<Page<Status>>(['statuses'], (known) => known && { ...known, items: next });
    move.mutate(
      { path: `/${id}`, method: 'PUT', body: { position: target + 1 } },
      {
        onSuccess: () => undoable && toastUndo(t('moved', { name: status.name }), () => backTo(id, from)),
        onError: () => void client.invalidateQueries({ queryKey: ['statuses'] }),
      },
    );
  };
  const backTo = (id: string, from: number) =>
    move.mutate({ path: `/${id}`, method: 'PUT', body: { position: from + 1 } });
  return (
    <>
      {manage ? (
        <div className="flex items-center justify-between gap-3 px-5 py-2 max-phone:px-4">
          <p className="text-ink-3 max-phone:hidden">{t('hint')}</p>
          <Button
            variant="primary"
            className="ml-auto"
            icon={<AddIcon />}
            shortcut="N"
            onClick={() => setAsked({ act: 'new' })}
          >
            {t('new')}
          </Button>
        </div>
      ) : (
        <Notice className="mx-5 my-2 max-phone:mx-4">{t('readOnly')}</Notice>
      )}
      {move.error ? (
        <Notice tone="stop" className="mx-5 my-2 max-phone:mx-4">
          {problemText(move.error, t('failed'))}
        </Notice>
      ) : null}
      <SortableList ids={ids} onPlace={(id, before) => place(id, ids.indexOf(before))}>
        <ul aria-label={t('title')} className="border-t border-line">
          {items.map((status) => (
            <StatusRow
              key={status.id}
              status={status}
              used={used[status.key] ?? { rules: [], tickets: 0 }}
              onAsk={manage ? (act) => setAsked({ act, status }) : undefined}
              onMove={(by) => place(status.id, ids.indexOf(status.id) + by)}
            />
          ))}
        </ul>
      </SortableList>
      {asked && asked.act !== 'delete' ? (
        <StatusDialog
          status={asked.act === 'edit' ? asked.status : undefined}
          onClose={close}
          onDone={(status) => {
            done();
            toast(t('saved', { name: status.name }));
          }}
        />
      ) : null}
      {asked?.act === 'delete' ? (
        <DeleteStatus status={asked.status} all={items} onClose={close} onDone={done} />
      ) : null}
    </>
  );
}
