/**
 * The widget at work: what the customer does goes to the server, what the server says goes into the state, and the
 * other tabs are told. Knows no document, so that all of it runs in tests against a real server.
 */

import type { Acts } from './acts';
import { newId } from './new-id';
import { openOutbox } from './outbox';
import type { Message, Told } from './protocol';
import { openSender } from './sender';
import { openSessions } from './session';
import { type State, unread } from './state';
import { openStore } from './store';
import { type Followed, follow } from './stream';
import type { MoreActs, Shared, Surroundings } from './surroundings';

export type Live = {
  acts: Acts;
  state(): State;
  /** First thing to do. @throws Refusal when the channel is not to be had */
  load(): Promise<void>;
  heard(shared: Shared): void;
  /** The tab is looked at, or the browser online again: time to catch up. */
  wake(): void;
  offline(): void;
  identify(jwt: string): Promise<void>;
  /** A session, made now if there is none. @throws Refusal */
  ensure(): Promise<void>;
  /** Opens with a proactive message in the place of the greeting; the next message answers it. */
  answer(message: { id: string; text: string }): void;
  /** The customer is on another page, in another language, or the page says more about itself. */
  tellPage(more?: { language?: string }): void;
  language(language: string): void;
  reset(): void;
};

/** How often the other side is told that somebody writes, and for how long a told writing counts, in ms. */
const typingEvery = 3_000;
const typingLasts = 7_000;

/** How often an open panel asks what greets: hours begin and end, bots come and go, in ms. */
const greetsEvery = 60_000;

export function openLive(around: Surroundings): Live {
  const { server, kept, keptHere, tabs, emit } = around;
  const store = openStore(changed, (action) => tabs.tell({ action, customer: get().customer?.id }));
  const { get, apply, share } = store;
  const sessions = openSessions(around, store);
  const outbox = openOutbox(kept, (all) => share({ set: { outbox: all } }));
  const send = openSender(around, store, sessions, outbox);
  let acts: MoreActs | undefined;
  let loading: Promise<MoreActs> | undefined;
  let typingTold = 0;
  let typingEnds: ReturnType<typeof setTimeout> | undefined;
  let wantsChanged = () => {};
  let ending = new AbortController();

  const quietly = (path: string, body: object) => {
    if (sessions.token()) server.call(path, body).catch(quiet);
  };

  /** A connection is worth it as long as something may come. */
  function wanted({ conversation, open }: State): boolean {
    return conversation !== null && (open || conversation.phase !== 'ended');
  }

  function changed(after: State, before: State): void {
    around.show(after);
    const { open, draft, conversation } = after;
    if (open !== before.open) emit(open ? 'open' : 'close');
    if (draft !== before.draft) keptHere.write('draft', draft || null);
    const news = unread(after);
    if (news.length !== unread(before).length) emit('unread', news.length);
    if (conversation?.id === before.conversation?.id) {
      for (const message of news) if (message.seq > (before.conversation?.lastSeq ?? 0)) emit('message', message);
    }
    if (news.length > 0) look();
    if (conversation?.form && !acts) more().catch(quiet);
    if (after.customer?.id !== before.customer?.id) ending.abort();
    if (wanted(after)) {
      tabs.lead(lead);
      wantsChanged();
    }
  }

  /** What is on the screen has been read. */
  function look(): void {
    const { open, conversation, read } = get();
    if (!open || !conversation || !around.visible()) return;
    const { id, lastSeq: seq } = conversation;
    if (read?.conversation === id && read.seq >= seq) return;
    const seen = { conversation: id, seq };
    kept.write('read', seen);
    share({ set: { read: seen } });
    quietly('/read', { seq });
  }

  function greet(): void {
    // A proactive message stands in the place of the greeting until it is answered.
    if (get().open && get().config && around.visible() && !keptHere.read('proactive')) sessions.refresh().catch(quiet);
  }
  setInterval(greet, greetsEvery);

  /** This tab has the connection; each customer another one. */
  async function lead(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      ending = new AbortController();
      await follow(followed, AbortSignal.any([signal, ending.signal]));
    }
  }

  const followed: Followed = {
    server,
    async wanted() {
      while (!wanted(get())) await new Promise<void>((resolve) => (wantsChanged = resolve));
    },
    query() {
      const { id = '', lastSeq = 0 } = get().conversation ?? {};
      return `after=${lastSeq}&conversation=${id}`;
    },
    event: hear,
    // What was under way when the network went may still arrive.
    live: (live) => apply({ set: { connection: live && navigator.onLine !== false ? 'live' : 'offline' } }),
    renew: sessions.renew,
    pause: () => (get().open && around.visible() ? 3_000 : 20_000),
  };

  function hear(told: Told): void {
    if (told.type === 'typing') {
      clearTimeout(typingEnds);
      const typing = told.typing ? { name: told.name } : null;
      share({ set: { typing } });
      typingEnds = setTimeout(() => share({ set: { typing: null } }), typingLasts);
    } else if (told.type === 'conversation') share({ conversation: told.conversation });
    else if (told.conversation === get().conversation?.id) share({ message: told.message });
  }

  const more = () => {
    loading ??= around.more().then(({ start }) => {
      acts = start(around, store, sessions);
      return acts;
    });
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };

  async function older(): Promise<void> {
    const { conversation, loadingOlder } = get();
    const first = conversation?.messages[0];
    if (!first || loadingOlder) return;
    apply({ set: { loadingOlder: true } });
    const nothing = { messages: [], moreBefore: true };
    const older = await server
      .call<{ messages: Message[]; moreBefore: boolean }>(`/messages?before=${first.seq}`)
      .catch(() => nothing);
    // Another conversation may have begun meanwhile.
    if (get().conversation?.id === conversation.id) apply({ older });
  }

  function write(draft: string): void {
    apply({ set: { draft } });
    const now = Date.now();
    const typing = draft !== '';
    if (get().conversation?.phase !== 'assigned' || (typing && now - typingTold < typingEvery)) return;
    typingTold = typing ? now : 0;
    quietly('/typing', { typing });
  }

  const tellPage: Live['tellPage'] = (more) => quietly('/page', { ...around.page(), ...more });

  return {
    acts: {
      open(open) {
        apply({ set: { open } });
        keptHere.write('open', open || null);
        look();
        // A customer exists from the first opening on, so that the first message is not the one that waits.
        if (open) sessions.ensure().then(greet, quiet);
      },
      send(text, reply) {
        outbox.add({
          id: newId(),
          text,
          attachments: (!reply && acts?.take()) || [],
          reply,
          proactive: keptHere.read<string>('proactive') ?? undefined,
          at: Date.now(),
        });
        keptHere.write('proactive', null);
        if (!reply) write('');
        void send();
      },
      retry(id) {
        outbox.change(id, { failed: false, at: Date.now() });
        void send();
      },
      discard: outbox.remove,
      answerForm: (values) => void acts?.answerForm(values),
      write,
      older: () => void older(),
      attach: (files) => void more().then(({ attach }) => attach(files), quiet),
      removeUpload: (key) => acts?.remove(key),
      startAnew() {
        apply({ set: { fresh: true, form: { busy: false, errors: {} } } });
        greet();
      },
      addressOf(url) {
        const address = new URL(url, around.base);
        // Only files of conversations ask who wants them.
        if (address.href.startsWith(around.base)) address.searchParams.set('token', sessions.token() ?? '');
        return address.href;
      },
    },
    state: get,
    async load() {
      apply({ set: { read: kept.read('read'), outbox: outbox.all(), draft: keptHere.read('draft') ?? '' } });
      await sessions.load();
      if (keptHere.read('open')) apply({ set: { open: true } });
      look();
      void send();
    },
    heard({ action, session, customer }) {
      // What was told before somebody signed out may arrive after that.
      if (session && session.token === sessions.token()) sessions.adopt(session);
      else if (action && customer === get().customer?.id) apply(action);
      else if (!session && !action) apply({ reset: true });
    },
    wake() {
      look();
      tabs.checkLeader();
      void send();
      greet();
    },
    offline: () => apply({ set: { connection: 'offline' } }),
    identify: sessions.identify,
    ensure: sessions.ensure,
    answer({ id, text }) {
      const { config } = get();
      keptHere.write('proactive', id);
      // What ended before is out of sight, as when the customer begins anew.
      apply({
        set: {
          open: true,
          fresh: true,
          config: config && { ...config, response: { ...config.response, firstMessage: text } },
        },
      });
      keptHere.write('open', true);
      sessions.ensure().catch(quiet);
    },
    tellPage,
    language(language) {
      sessions.language(language);
      tellPage({ language: language || undefined });
    },
    reset() {
      sessions.forget();
      for (const name of ['read', 'outbox']) kept.write(name, null);
      apply({ reset: true });
      tabs.tell({});
    },
  };
}

/** What fails here is tried again by what needs it. */
function quiet(): void {}
