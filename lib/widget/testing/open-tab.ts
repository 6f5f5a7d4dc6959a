import { type Live, openLive } from '../live';
import { more } from '../more/more';
import { connect } from '../server';
import type { State } from '../state';
import { openStorage } from '../storage';
import type { Shared } from '../surroundings';
import { openTabs } from '../tabs';

/** What a browser keeps of a site: tabs with the same one are tabs of one browser. */
export function storageArea(): Storage {
  const entries = new Map<string, string>();
  return {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
    key: (index) => [...entries.keys()][index] ?? null,
    clear: () => entries.clear(),
    get length() {
      return entries.size;
    },
  };
}

export type Tab = Live & { shown: State[]; events: [string, unknown][]; visible: boolean };

/** The widget at work in a tab without a document. `browser` names the browser (its locks and broadcasts). */
export function openTab(
  base: string,
  browser: string,
  area: Storage,
  own: Storage = storageArea(),
  metadata?: unknown,
): Tab {
  const kept = openStorage(() => area, 'test:');
  const shown: State[] = [];
  const events: [string, unknown][] = [];
  const live = openLive({
    ...{ base, channel: 'web', kept, keptHere: openStorage(() => own, 'test:') },
    server: connect(base, () => kept.read('token')),
    tabs: openTabs<Shared>(browser, (shared) => live.heard(shared)),
    page: () => ({ url: 'https://shop.example/', title: 'Shop', metadata }),
    language: () => 'en',
    browserLanguage: 'en-GB',
    visible: () => tab.visible,
    show: (state) => shown.push(state),
    more: async () => more,
    emit: (event, detail) => events.push([event, detail]),
  });
  const tab: Tab = { ...live, shown, events, visible: true };
  return tab;
}
