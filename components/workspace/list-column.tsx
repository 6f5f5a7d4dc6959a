'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon, FilterIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { SearchInput } from '@/components/ui/search-input';
import { Tag } from '@/components/ui/tag';
import { useSearchText } from '@/components/ui/use-search-text';
import { useGroups } from '@/lib/client/workspace';
import type { WorkspaceCounts, WorkspaceMe } from '@/lib/contracts/workspace';
import { ListSection } from './list-section';
import { StatusButton } from './status-button';
import { addressOf, listsOf, onPlainClick, type Place, VIEWS, type ViewName } from './use-address';

export interface ListColumnProps {
  me: WorkspaceMe;
  counts: WorkspaceCounts;
  place: Place;
  go: (change: Partial<Place>, history?: 'push' | 'replace') => void;
  /** The scrolling part, for moving the cursor through it. */
  scroller: RefObject<HTMLDivElement | null>;
  acceptNext: ReactNode;
  notices: ReactNode;
  onFocusRow: (id: string) => void;
  reachable: string | null;
}

/** The lists: views with their counts, search, and at the foot "Accept next". */
export function ListColumn(props: ListColumnProps) {
  const { me, counts, place, go, scroller, acceptNext, notices, onFocusRow, reachable } = props;
  const t = useTranslations('workspace');
  const [text, setText] = useSearchText(place.search, (search) => go({ search }, 'replace'));
  const open = (conversation: string) => go({ conversation });
  const filtered = place.search !== '' || place.group !== '';
  const whole = place.view !== 'inbox';
  return (
    <section
      aria-label={t('list.label')}
      className="flex min-h-0 min-w-0 flex-col border-r border-line bg-canvas max-phone:border-r-0"
    >
      <header className="flex h-(--size-header) shrink-0 items-center gap-2 pr-3 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-lg font-semibold tracking-[-0.01em]">{t('title')}</h2>
        <StatusButton me={me} />
        <ViewsMenu counts={counts} place={place} go={go} />
      </header>
      <div className="flex shrink-0 flex-wrap items-center gap-1.5 px-3 pb-2">
        <SearchInput
          value={text}
          onChange={setText}
          label={t('list.search')}
          placeholder={t('list.searchExample')}
          className="max-w-none"
        />
        {place.group === '' ? null : (
          <Tag onRemove={() => go({ group: '' })}>
            <GroupName group={place.group} />
          </Tag>
        )}
      </div>
      {notices}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears which of the links inside has the focus */}
      <div
        ref={scroller}
        data-scroller=""
        className="min-h-0 flex-1 overflow-y-auto pb-2"
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>('[data-conversation]')?.dataset.conversation;
          if (id) onFocusRow(id);
        }}
      >
        {whole ? (
          <a
            href={addressOf({ ...place, view: 'inbox' })}
            onClick={onPlainClick(() => go({ view: 'inbox' }))}
            className="flex items-center gap-1 px-3 pt-1 text-xs font-medium text-ink-2 hover:text-ink max-phone:min-h-11"
          >
            <ChevronLeftIcon className="size-3.5 text-ink-3" />
            {t('view.inbox')}
          </a>
        ) : null}
        {listsOf(place.view).map((view) => (
          <ListSection
            key={view}
            view={view}
            place={place}
            me={me.agent?.key ?? null}
            endless={whole}
            reachable={reachable}
            onOpen={open}
            heading={<ListHeading view={view} count={filtered ? null : counts[view]} />}
            empty={filtered ? <NoMatch onClear={() => go({ search: '', group: '' })} /> : t(`empty.${view}`)}
            more={
              <Button size="sm" className="mx-4 my-1" onClick={() => go({ view })}>
                {t('list.showAll', { count: counts[view] })}
              </Button>
            }
          />
        ))}
        {whole ? null : <OtherViews counts={counts} place={place} go={go} />}
      </div>
      {acceptNext}
    </section>
  );
}

function GroupName({ group }: { group: string }) {
  const { data } = useGroups();
  return data?.items.find(({ key }) => key === group)?.name ?? group;
}

function ListHeading({ view, count }: { view: Exclude<ViewName, 'inbox'>; count: number | null }) {
  const t = useTranslations('workspace');
  return (
    <h3 className="flex px-4 pt-3 pb-1 text-xs font-medium text-ink-3">
      {view === 'queue' ? t('view.waiting') : t(`view.${view}`)}
      {count === null ? null : <span className="ml-auto tabular-nums">{count}</span>}
    </h3>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  const t = useTranslations('workspace.empty');
  return (
    <span className="grid justify-items-start gap-2">
      {t('filtered')}
      <Button size="xs" icon={<CloseIcon className="size-3" />} onClick={onClear}>
        {t('clear')}
      </Button>
    </span>
  );
}

/** What the inbox does not unfold: one line each, with its count. */
function OtherViews({ counts, place, go }: Pick<ListColumnProps, 'counts' | 'place' | 'go'>) {
  const t = useTranslations('workspace.view');
  return (
    <nav aria-label={t('others')} className="mt-3 border-t border-line pt-2">
      {(['open', 'ended', 'suspended'] as const).map((view) => (
        <a
          key={view}
          href={addressOf({ ...place, view })}
          onClick={onPlainClick(() => go({ view }))}
          className="mx-1 flex h-[29px] items-center gap-1 rounded-sm px-3 text-xs font-medium text-ink-2 hover:bg-surface-3/60 hover:text-ink max-phone:h-11"
        >
          <span className="flex-1">{t(view)}</span>
          <span className="font-normal text-ink-3 tabular-nums">{counts[view]}</span>
          <ChevronRightIcon className="size-3.5 text-ink-3" />
        </a>
      ))}
    </nav>
  );
}

function ViewsMenu({ counts, place, go }: Pick<ListColumnProps, 'counts' | 'place' | 'go'>) {
  const t = useTranslations('workspace.view');
  const { data: groups } = useGroups();
  const waitingIn = (key: string) => counts.groups.find((each) => each.key === key)?.queue ?? 0;
  return (
    <Menu
      trigger={<IconButton label={t('choose')} size="sm" icon={<FilterIcon />} />}
      sections={[
        {
          id: 'views',
          label: t('views'),
          items: VIEWS.map((view) => ({
            id: view,
            label: <Counted text={t(view)} count={countOf(view, counts)} />,
            checked: place.view === view,
            onSelect: () => go({ view }),
          })),
        },
        {
          id: 'groups',
          label: t('groups'),
          items: [
            { id: 'all', label: t('allGroups'), checked: place.group === '', onSelect: () => go({ group: '' }) },
            ...(groups?.items ?? []).map(({ key, name }) => ({
              id: key,
              label: <Counted text={name} count={waitingIn(key)} />,
              checked: place.group === key,
              onSelect: () => go({ group: key }),
            })),
          ],
        },
      ]}
    />
  );
}

function Counted({ text, count }: { text: string; count: number }) {
  return (
    <span className="flex gap-6">
      <span className="min-w-0 flex-1">{text}</span>
      <span className="text-ink-3 tabular-nums">{count}</span>
    </span>
  );
}

function countOf(view: ViewName, counts: WorkspaceCounts): number {
  return view === 'inbox' ? counts.mine + counts.queue : counts[view];
}
