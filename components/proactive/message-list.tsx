'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { later } from '@/components/ui/later';
import './message-list.css';
import { ListNotices } from '@/components/rule-editor/list-notices';
import { SortableList } from '@/components/rule-editor/sortable';
import { useListVerbs } from '@/components/rule-editor/use-list-verbs';
import { useOrder } from '@/components/rule-editor/use-order';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { downloadJson } from '@/components/ui/download';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, ExportIcon, HelpIcon, ImportIcon, OptionsIcon, TemplateIcon } from '@/components/ui/icons';
import { ListFoot } from '@/components/ui/list-foot';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { useRowCursor } from '@/components/ui/row-keys';
import { useAddressFilters } from '@/components/ui/use-address-filters';
import { useShortcut } from '@/components/ui/use-shortcut';
import {
  cloneProactive,
  PROACTIVE,
  type ProactivePage,
  useProactiveOrder,
  useProactivePage,
  useProactiveVerb,
} from '@/lib/client/proactive';
import { exportAddress } from '@/lib/client/rule-list';
import type { ProactiveQuery, ProactiveSummary } from '@/lib/contracts/proactive';
import { KeptNotice } from './kept-notice';
import { ListEmpty } from './list-empty';
import { ListFilterBar } from './list-filter-bar';
import { isWholeOrder, LIST_DEFAULTS, queryOf } from './list-query';
import { MessageRow, type RowActs } from './message-row';

const DeleteDialog = later(() =>
  import('@/components/rule-editor/delete-dialog').then((module) => module.DeleteDialog),
);
const ImportDialog = later(() =>
  import('@/components/rule-editor/import-dialog').then((module) => module.ImportDialog),
);
const ConfirmDialog = later(() => import('@/components/ui/confirm-dialog').then((module) => module.ConfirmDialog));
const StartDialog = later(() => import('./start-dialog').then((module) => module.StartDialog));

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
  /** Humans keep the control of conversations: visitors see none of the messages. */
  kept: boolean;
  maySetControl: boolean;
}

/** The page "Proactive messages". Its state is the address; the order of the rows is the priority. */
export function MessageList({ initial, brands, channels, mayWrite, kept, maySetControl }: MessageListProps) {
  const t = useTranslations('proactive');
  const router = useRouter();
  const [filters, change] = useAddressFilters(LIST_DEFAULTS);
  const search = useDeferredValue(filters.search);
  const query = useMemo(() => queryOf({ ...filters, search }), [filters, search]);
  const { data, isError, refetch } = useProactivePage(query, initial);
  const rows = data?.items ?? [];
  const ids = rows.map(({ id }) => id);
  const verbs = useListVerbs({
    family: 'proactive',
    send: useProactiveVerb(),
    reasonOf: (_, code) => (code === 'invalid' ? t('list.unfinished') : undefined),
  });
  const order = useOrder({ rows, send: useProactiveOrder(), refuse: verbs.refuse });
  const [importing, setImporting] = useState(false);
  // The palette leads here with `?new`.
  const asked = useSearchParams().has('new') && mayWrite;
  const [chosen, setStarting] = useState<'new' | 'gallery' | null>(null);
  const starting = chosen ?? (asked ? 'new' : null);
  const stop = () => {
    setStarting(null);
    if (asked) router.replace('/proactive');
  };
  const [doomed, setDoomed] = useState<ProactiveSummary | null>(null);
  /** Asked to be published although nobody would see it. */
  const [hushed, setHushed] = useState<ProactiveSummary | null>(null);
  const movable = isWholeOrder(query);
  const full = data !== undefined && data.used >= data.limit;
  const cursor = useRowCursor<HTMLUListElement>();
  useShortcut('n', () => setStarting('new'), { enabled: mayWrite && !full });
  const nameOf = (list: readonly { key: string; name: string }[], key: string) =>
    list.find((each) => each.key === key)?.name ?? key;
  const setLive = (message: ProactiveSummary, live: boolean) =>
    void verbs.run(live ? 'activate' : 'deactivate', [switchable(message)]);
  const acts: RowActs = {
    clone: (message) =>
      void cloneProactive(message.id).then((copy) => router.push(`/proactive/${copy.id}`), verbs.refuse),
    setLive: (message, live) => (live && kept ? setHushed(message) : setLive(message, live)),
    remove: setDoomed,
    move: order.move,
  };
  // Buttons of their own where there is room.
  const narrow = [
    { id: 'views', label: t('views.title'), icon: <HelpIcon />, href: '/proactive/views' },
    { id: 'templates', label: t('gallery.open'), icon: <TemplateIcon />, onSelect: () => setStarting('gallery') },
  ];
  const imports = { id: 'import', label: t('import'), icon: <ImportIcon />, onSelect: () => setImporting(true) };
  const exports = {
    id: 'export',
    label: t('export'),
    icon: <ExportIcon />,
    onSelect: () => downloadJson(exportAddress(PROACTIVE), 'proactive-messages'),
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
              items={mayWrite ? [...narrow.slice(0, full ? 1 : 2), imports, exports] : [...narrow.slice(0, 1), exports]}
            />
            <ButtonLink className="max-[1100px]:hidden" href="/proactive/views" icon={<HelpIcon />}>
              {t('views.title')}
            </ButtonLink>
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
      {kept ? (
        <KeptNotice
          className="mx-5 my-2 max-phone:mx-4"
          text={t('list.kept')}
          maySet={maySetControl}
          onSet={() => router.refresh()}
        />
      ) : null}
      <ListNotices failure={verbs.failure} onDismiss={verbs.dismiss} stale={isError} onRetry={() => void refetch()} />
      {rows.length > 0 ? (
        <>
          <Head movable={movable && mayWrite} />
          <SortableList ids={ids} onPlace={order.placeAt}>
            <ul aria-label={t('title')} {...cursor}>
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
      {importing ? <ImportDialog family="proactive" list={PROACTIVE} onClose={() => setImporting(false)} /> : null}
      {starting ? <StartDialog view={starting} {...{ brands, channels }} onClose={stop} /> : null}
      {hushed ? (
        <ConfirmDialog
          open
          onOpenChange={(shown) => !shown && setHushed(null)}
          title={t('editor.publishKept')}
          text={t('editor.controlKept')}
          verb={t('editor.publishAnyway')}
          onConfirm={() => {
            setLive(hushed, true);
            setHushed(null);
          }}
        />
      ) : null}
      {doomed ? (
        <DeleteDialog
          family="proactive"
          rules={[doomed]}
          onClose={() => setDoomed(null)}
          onConfirm={() => {
            void verbs.run('delete', [switchable(doomed)]);
            setDoomed(null);
          }}
        />
      ) : null}
    </>
  );
}

/** A draft that was published cannot become a draft again: pausing it is what Undo does. */
const switchable = (message: ProactiveSummary) => ({ ...message, active: message.status === 'live' });

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
