'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import './message-list.css';
import { SortableList } from '@/components/rule-editor/sortable';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, OptionsIcon } from '@/components/ui/icons';
import { ListFoot } from '@/components/ui/list-foot';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useShortcut } from '@/components/ui/use-shortcut';
import { cloneProactive, PROACTIVE_EXPORT, type ProactivePage, useProactivePage } from '@/lib/client/proactive';
import type { ProactiveQuery, ProactiveSummary } from '@/lib/contracts/proactive';
import { ListEmpty } from './list-empty';
import { ListFilterBar } from './list-filter-bar';
import { isWholeOrder, LIST_DEFAULTS, queryOf } from './list-query';
import { MessageRow, type RowActs } from './message-row';
import { useListVerbs } from './use-list-verbs';

const StartDialog = dynamic(() => import('./start-dialog').then((module) => module.StartDialog), { ssr: false });

export interface Place {
  key: string;
  name: string;
  /** Key of the brand. */
  brand: string;
}

export interface MessageListProps {
  /** What the server rendered, for which query. */
  initial: { query: ProactiveQuery; page: ProactivePage };
  brands: readonly { key: string; name: string }[];
  /** Channels that show a widget. */
  channels: readonly Place[];
  mayWrite: boolean;
}

/** The page "Proactive messages". Its state is the address; the order of the rows is the priority. */
export function MessageList({ initial, brands, channels, mayWrite }: MessageListProps) {
  const t = useTranslations('proactive');
  const router = useRouter();
  const [filters, change] = useAddressFilters(LIST_DEFAULTS);
  const search = useDeferredValue(filters.search);
  const query = useMemo(() => queryOf({ ...filters, search }), [filters, search]);
  const { data, isError, refetch } = useProactivePage(query, initial);
  const rows = data?.items ?? [];
  const ids = rows.map(({ id }) => id);
  const verbs = useListVerbs();
  const [starting, setStarting] = useState<'new' | 'gallery' | null>(null);
  const [doomed, setDoomed] = useState<ProactiveSummary | null>(null);
  const movable = isWholeOrder(query);
  const full = data !== undefined && data.used >= data.limit;
  useShortcut('n', () => setStarting('new'), { enabled: mayWrite && !full });
  const nameOf = (list: readonly { key: string; name: string }[], key: string) =>
    list.find((each) => each.key === key)?.name ?? key;
  const place = (key: string, to: number) => {
    const without = ids.filter((id) => id !== key);
    const next = [...without.slice(0, to), key, ...without.slice(to)];
    if (next.join() !== ids.join()) void verbs.place(next, ids);
  };
  const acts: RowActs = {
    clone: (message) =>
      void cloneProactive(message.id).then(
        (copy) => router.push(`/proactive/${copy.id}`),
        () => void verbs.run('restore', []),
      ),
    setLive: (message, live) => void verbs.run(live ? 'activate' : 'deactivate', [message]),
    remove: setDoomed,
    move: (id, by) => place(id, Math.min(Math.max(ids.indexOf(id) + by, 0), ids.length - 1)),
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        note={
          data ? (
            <span className="max-phone:hidden">{t('list.used', { used: data.used, limit: data.limit })}</span>
          ) : null
        }
        actions={
          <>
            <Menu
              trigger={<IconButton label={t('moreActions')} icon={<OptionsIcon />} />}
              items={[{ id: 'export', label: t('export'), onSelect: () => download(PROACTIVE_EXPORT) }]}
            />
            {mayWrite ? (
              <>
                <Button
                  className="max-[900px]:hidden"
                  disabledReason={full ? t('list.full', { limit: data.limit }) : null}
                  onClick={() => setStarting('gallery')}
                >
                  {t('gallery.open')}
                </Button>
                <Button
                  variant="primary"
                  icon={<AddIcon />}
                  shortcut="N"
                  disabledReason={full ? t('list.full', { limit: data.limit }) : null}
                  onClick={() => setStarting('new')}
                >
                  {t('new')}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <ListFilterBar filters={filters} change={change} counts={data?.counts} {...{ brands, channels }} />
      {mayWrite ? null : <Notice className="mx-5 my-2 max-phone:mx-4">{t('readOnly')}</Notice>}
      {verbs.failure ? (
        <Notice
          tone="stop"
          className="mx-5 my-2 max-phone:mx-4"
          action={
            <Button size="sm" variant="quiet" onClick={verbs.dismiss}>
              {t('failed.dismiss')}
            </Button>
          }
        >
          {verbs.failure.title}
          {verbs.failure.lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </Notice>
      ) : null}
      {isError ? (
        <Notice
          tone={data ? 'wait' : 'stop'}
          className="mx-5 my-2 max-phone:mx-4"
          action={
            <Button size="sm" variant="quiet" onClick={() => void refetch()}>
              {t('list.retry')}
            </Button>
          }
        >
          {t('list.stale')}
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <>
          <Head movable={movable && mayWrite} />
          <SortableList ids={ids} onPlace={(key, before) => place(key, ids.indexOf(before))}>
            <ul aria-label={t('title')} onKeyDown={moveCursor}>
              {rows.map((message) => (
                <MessageRow
                  key={message.id}
                  message={message}
                  where={`${nameOf(brands, message.brand)} · ${nameOf(channels, message.channel)}`}
                  {...{ movable, mayWrite, acts }}
                />
              ))}
            </ul>
          </SortableList>
          <div className="flex-1" />
          <ListFoot
            from={1}
            to={rows.length}
            total={data?.total ?? rows.length}
            hint={movable ? t('list.hint') : undefined}
          />
        </>
      ) : data ? (
        <ListEmpty filters={filters} change={change} onStart={mayWrite ? () => setStarting('gallery') : undefined} />
      ) : null}
      {starting ? <StartDialog view={starting} {...{ brands, channels }} onClose={() => setStarting(null)} /> : null}
      {doomed ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setDoomed(null)}
          title={t('delete.title', { name: doomed.name })}
          text={t('delete.text', { shown: doomed.shown })}
          verb={t('delete.verb')}
          onConfirm={() => {
            void verbs.run('delete', [doomed]);
            setDoomed(null);
          }}
        />
      ) : null}
    </>
  );
}

function Head({ movable }: { movable: boolean }) {
  const t = useTranslations('proactive.list');
  return (
    <div
      aria-hidden="true"
      className={`flex border-b border-line py-1 text-xs font-medium text-ink-3 max-phone:hidden ${movable ? 'pr-3 pl-10' : 'px-5'}`}
    >
      <div className="message-row flex-1 min-h-6!">
        <span className="text-right">#</span>
        <span>{t('name')}</span>
        <span>{t('status')}</span>
        <span className="max-[1100px]:hidden">{t('where')}</span>
        <span className="grid grid-cols-3 gap-3 text-right">
          <span>{t('shown')}</span>
          <span>{t('opened')}</span>
          <span>{t('replied')}</span>
        </span>
        <span className="max-[1240px]:hidden">{t('changed')}</span>
        <span />
      </div>
    </div>
  );
}

/** Arrows move between the rows' links. */
function moveCursor(event: React.KeyboardEvent<HTMLUListElement>) {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const current = links.indexOf(event.target);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: links.length - 1 }[event.key];
  if (current === -1 || next === undefined) return;
  event.preventDefault();
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

function download(address: string) {
  const link = document.createElement('a');
  link.href = address;
  link.download = `proactive-messages-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
}
