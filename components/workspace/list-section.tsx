'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useSkeleton } from '@/components/ui/use-skeleton';
import { useConversations } from '@/lib/client/workspace';
import type { WorkspaceView } from '@/lib/contracts/workspace';
import { ConversationRow } from './conversation-row';
import { addressOf, type Place } from './use-address';

export interface ListSectionProps {
  view: Exclude<WorkspaceView, 'unassigned'>;
  place: Place;
  /** Fetches the next page when the end comes into sight. */
  endless: boolean;
  me: string | null;
  /** The row that Tab reaches, if it is here; else the first one. */
  reachable: string | null;
  heading: ReactNode;
  /** Said where the list is empty. */
  empty: ReactNode;
  /** After the rows, while there are more than are shown. */
  more?: ReactNode;
  onOpen: (id: string) => void;
}

/** One list under its heading. */
export function ListSection(props: ListSectionProps) {
  const { view, place, endless, me, reachable, heading, empty, more, onOpen } = props;
  const t = useTranslations('workspace.list');
  const headingId = useId();
  const { search, group } = place;
  const list = useConversations({ view, search, group });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const skeleton = useSkeleton(list.isPending);
  const tabStop = rows.some(({ id }) => id === reachable) ? reachable : rows[0]?.id;
  return (
    <section aria-labelledby={headingId} aria-busy={list.isPending || undefined}>
      <div id={headingId}>{heading}</div>
      {list.isError && rows.length === 0 ? (
        <Notice
          tone="stop"
          className="mx-3"
          action={
            <Button size="xs" onClick={() => void list.refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {t('failed')}
        </Notice>
      ) : null}
      {skeleton ? <RowSkeletons label={t('loading')} /> : null}
      {list.isSuccess && rows.length === 0 ? <div className="px-4 py-1.5 text-ink-3">{empty}</div> : null}
      <ul>
        {rows.map((row) => (
          <ConversationRow
            key={row.id}
            row={row}
            href={addressOf({ ...place, conversation: row.id })}
            current={place.conversation === row.id || place.conversation === row.key}
            reachable={row.id === tabStop}
            withAssignee={view === 'open' || view === 'ended' || view === 'suspended'}
            me={me}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {list.hasNextPage && !endless ? more : null}
      {list.hasNextPage && endless ? (
        <NextPage
          busy={list.isFetchingNextPage}
          ready={!list.isFetching && !list.isError}
          label={t('more')}
          onSeen={() => void list.fetchNextPage()}
        />
      ) : null}
    </section>
  );
}

interface NextPageProps {
  busy: boolean;
  /** Nothing is being read and nothing has gone wrong: it may fetch by itself. */
  ready: boolean;
  label: string;
  onSeen: () => void;
}

/**
 * Fetches while it is in sight, again if a refreshing of the list has come between. A button as well, for those who do
 * not scroll.
 */
function NextPage({ busy, ready, label, onSeen }: NextPageProps) {
  const end = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const fetchNext = useRef(onSeen);
  useEffect(() => {
    fetchNext.current = onSeen;
  });
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return;
    const root = end.current.closest('[data-scroller]');
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting === true), {
      ...{ root, rootMargin: '400px' },
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (seen && ready) fetchNext.current();
  }, [seen, ready]);
  return (
    <div ref={end} className="px-4 py-2">
      <Button size="sm" busy={busy} onClick={onSeen}>
        {label}
      </Button>
    </div>
  );
}

function RowSkeletons({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {[52, 38, 61].map((width) => (
        <div key={width} className="flex h-[72px] gap-2.5 px-4 py-[9px]">
          <span aria-hidden="true" className="size-8 shrink-0 rounded-full bg-surface-3" />
          <span className="grid flex-1 content-center gap-2">
            <Skeleton width={`${width}%`} />
            <Skeleton width="90%" />
            <Skeleton width="34%" />
          </span>
        </div>
      ))}
    </div>
  );
}
