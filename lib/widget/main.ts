/** `widget.js`: finds its own tag in the page, and starts. */
import { type Api, openApi, openEmitter } from './api';
import { pieces } from './links';
import { type Live, openLive } from './live';
import { mount, type Theme } from './mount';
import { watchAddress } from './page-watch';
import { connect, type Refusal } from './server';
import { openStorage } from './storage';
import { pauseAfter, wait } from './stream';
import type { More, Page, Shared } from './surroundings';
import { openTabs } from './tabs';

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[data-channel][src*="/widget.js"]');
const channel = script?.dataset.channel;
const page = window as unknown as { signalbox?: Api };

if (!script || !channel) console.error('signalbox: the script needs data-channel="…", the key of a channel');
// A second tag on the same page adds nothing.
else if (!page.signalbox || page.signalbox.q) start(script, channel);

function start({ src, dataset }: HTMLScriptElement, channel: string): void {
  const name = `signalbox:${channel}:`;
  const base = new URL('/api/widget/v1', src).href;
  const root = document.documentElement;
  const { on, emit } = openEmitter();
  const kept = openStorage(() => localStorage, name);
  const server = connect(base, () => kept.read('token'));
  let stated: Partial<Page> = {};
  const routes: (() => void)[] = [];
  const getPage = () => ({
    ...{ url: location.href, title: document.title.slice(0, 500), referrer: document.referrer },
    ...stated,
  });
  // Some systems say more, as in `en-US@posix`.
  const browserLanguage = navigator.language.split('@')[0] ?? '';
  let tries = 0;
  const live = openLive({
    base,
    channel,
    kept,
    keptHere: openStorage(() => sessionStorage, name),
    server,
    tabs: openTabs<Shared>(name, (shared) => live.heard(shared)),
    page: getPage,
    language: () => root.lang,
    browserLanguage,
    visible: () => !document.hidden,
    show: (state) => mounted.show(state),
    async more() {
      // Where it failed once, browsers ask again only under another address.
      const address = new URL(`/widget-more.js${tries++ ? `?${tries}` : ''}`, src).href;
      const { more }: { more: More } = await import(address);
      mounted.add(more);
      return more;
    },
    emit,
  });
  const mounted = mount(live.acts, (dataset.theme ?? 'page') as Theme);
  const calls = page.signalbox?.q ?? [];
  // Until the page says a language by the command.
  const languages = new MutationObserver(() => live.language(root.lang));
  const api = openApi(live, {
    on,
    emit,
    language(language) {
      languages.disconnect();
      live.language(language);
    },
    page(given) {
      stated = given;
      live.tellPage();
      for (const told of routes) told();
    },
  });
  page.signalbox = api;

  // Pages that replace their body keep the widget.
  const place = () => mounted.host.isConnected || document.body.append(mounted.host);
  watchAddress(() => {
    stated = {};
    place();
    live.tellPage();
    for (const told of routes) told();
  });
  languages.observe(root, { attributeFilter: ['lang'] });
  document.addEventListener('visibilitychange', live.wake);
  for (const event of ['online', 'pageshow']) addEventListener(event, live.wake);
  addEventListener('offline', live.offline);
  // What a phone's keyboard leaves free; whoever zooms in sees less of the same.
  const fit = () => {
    const { height = 0, scale = 1, offsetTop = 0 } = visualViewport ?? {};
    mounted.host.style.setProperty('--visible-height', `${height * scale}px`);
    mounted.host.style.setProperty('--visible-top', `${scale > 1 ? 0 : offsetTop}px`);
  };
  for (const event of ['resize', 'scroll']) visualViewport?.addEventListener(event, fit);

  for (const call of calls) api(...(Array.from(call) as [string]));
  if (document.body) place();
  else addEventListener('DOMContentLoaded', place);
  void load(live).then(() => {
    emit('ready');
    if (live.state().config?.proactive) void showProactive();
  });

  /** After the first paint, and only where there is something to show. */
  async function showProactive(): Promise<void> {
    const { start }: typeof import('./proactive/main') = await import(new URL('/widget-proactive.js', src).href);
    const { state, ensure, answer } = live;
    await start({
      ...{ server, kept, channel, on, pieces, state, ensure, answer, page: getPage, language: browserLanguage },
      root: mounted.host.shadowRoot as ShadowRoot,
      onRoute: (listener) => routes.push(listener),
    });
  }
}

/** Tries again while the server cannot be reached; a channel that may not be shown here stays away. */
async function load(live: Live): Promise<void> {
  for (let failures = 1; ; failures++) {
    try {
      return await live.load();
    } catch (error) {
      const refusal = error as Refusal;
      if (!refusal.passes) return console.error('signalbox:', refusal.problem?.detail ?? error);
      await wait(pauseAfter(failures, refusal));
    }
  }
}
