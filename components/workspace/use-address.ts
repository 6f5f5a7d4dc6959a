'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type MouseEvent, useCallback, useMemo } from 'react';
import type { workspaceViews } from '@/lib/contracts/workspace';

/** `inbox` is mine and the queue, one below the other. */
export const VIEWS = ['inbox', 'mine', 'queue', 'open', 'ended', 'suspended'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Place {
  /** Uuid or own id of the open conversation. */
  conversation: string | null;
  view: ViewName;
  search: string;
  group: string;
}

const ROOT = '/workspace';

/** Where one is in the workspace. All of it stands in the address, and changing it asks no server for a page. */
export function useAddress() {
  const path = usePathname();
  const params = useSearchParams();
  const place = useMemo<Place>(() => placeOf(path, params), [path, params]);
  const go = useCallback((change: Partial<Place>, history: 'push' | 'replace' = 'push') => {
    const here = placeOf(window.location.pathname, new URLSearchParams(window.location.search));
    window.history[`${history}State`](null, '', addressOf({ ...here, ...change }));
  }, []);
  return { place, go };
}

export function addressOf({ conversation, view, search, group }: Place): string {
  const params = new URLSearchParams();
  if (view !== 'inbox') params.set('view', view);
  if (search !== '') params.set('search', search);
  if (group !== '') params.set('group', group);
  const query = params.toString();
  const path = conversation === null ? ROOT : `${ROOT}/${encodeURIComponent(conversation)}`;
  return query === '' ? path : `${path}?${query}`;
}

/** For links that change the place without leaving the page; other clicks are the browser's. */
export function onPlainClick(act: () => void) {
  return (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  };
}

function placeOf(path: string, params: Pick<URLSearchParams, 'get'>): Place {
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'inbox';
  const [, , id] = path.split('/');
  return {
    conversation: id ? decode(id) : null,
    ...{ view, search: params.get('search') ?? '', group: params.get('group') ?? '' },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The lists of the server that a view shows, in order. */
export function listsOf(view: ViewName): readonly Exclude<(typeof workspaceViews)[number], 'unassigned'>[] {
  return view === 'inbox' ? ['mine', 'queue'] : [view];
}
