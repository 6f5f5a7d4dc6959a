/**
 * The widget at work: what the customer does goes to the server, what the server says goes into the state, and the
 * other tabs are told. Knows no document, so that all of it runs in tests against a real server.
 */
import type { Acts } from './acts';
import { type Details, errorsOf, problemsOf } from './details';
import { openOutbox } from './outbox';
import type { Conversation, Message, Told } from './protocol';
import { openSender } from './sender';
import type { Refusal } from './server';
import { openSessions } from './session';
import { type State, unread } from './state';
import { openStore } from './store';
import { follow } from './stream';
import type { Shared, Surroundings } from './surroundings';
import { openUploads } from './uploads';

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
  /** The customer is on another page, in another language, or the page says more about itself. */
  tellPage(more?: { language?: string; metadata?: unknown }): void;
  language(language: string): void;
  reset(): void;
};

/** How often the other side is told that somebody writes, and for how long a told writing counts, in ms. */
const typingEvery = 3_000;
const typingLasts = 7_000;

export function openLive(around: Surroundings): Live {
  const { server, kept, keptHere, tabs, emit } = around;
  const store = openStore(changed, (action) => tabs.tell({ action }));
  const { get, apply, share } = store;
  const sessions = openSessions(around, store);
  const outbox = openOutbox(kept, (all) => share({ set: { outbox: all } }));
  const send = openSender(around, store, sessions, outbox);
  const uploads = openUploads(around, store, sessions);
  let typingTold = 0;
  let typingEnds: ReturnType<typeof setTimeout> | undefined;
  let wantsChanged = () => {};

  const quietly = (path: string, body: object) => {
    if (sessions.token()) server.call(path, body).catch(() => {});
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

  /** This tab has the connection. */
  const lead = (signal: AbortSignal) =>
    follow(
      {
        server,
        wanted: async () => {
          while (!wanted(get())) await new Promise<void>((resolve) => (wantsChanged = resolve));
        },
        query() {
          const { id = '', lastSeq = 0 } = get().conversation ?? {};
          return `after=${lastSeq}&conversation=${id}`;
        },
        event: hear,
        live: (live) => apply({ set: { connection: live ? 'live' : 'offline' } }),
        renew: sessions.renew,
        pause: () => (get().open && around.visible() ? 3_000 : 20_000),
      },
      signal,
    );

  function hear(told: Told): void {
    if (told.type === 'typing') {
      clearTimeout(typingEnds);
      const typing = told.typing ? { name: told.name } : null;
      share({ set: { typing } });
      typingEnds = setTimeout(() => share({ set: { typing: null } }), typingLasts);
    } else if (told.type === 'conversation') share({ conversation: told.conversation });
    else if (told.conversation === get().conversation?.id) share({ message: told.message });
  }

  async function answerForm(values: Details): Promise<void> {
    const form = (busy: boolean, errors: State['form']['errors'] = {}) => apply({ set: { form: { busy, errors } } });
    const problems = problemsOf(get().conversation?.form?.fields ?? [], values);
    if (problems) return form(false, problems);
    form(true);
    try {
      const body = { id: crypto.randomUUID(), ...values };
      share(await server.call<{ conversation: Conversation }>('/details', body));
      form(false);
    } catch (error) {
      form(false, errorsOf((error as Refusal).problem?.errors));
    }
  }

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
        if (open) sessions.ensure().catch(() => {});
      },
      send(text, reply) {
        outbox.add({ id: crypto.randomUUID(), text, attachments: reply ? [] : uploads.take(), reply, at: Date.now() });
        if (!reply) write('');
        void send();
      },
      retry(id) {
        outbox.change(id, { failed: false, at: Date.now() });
        void send();
      },
      discard: outbox.remove,
      answerForm: (values) => void answerForm(values),
      write,
      older: () => void older(),
      attach: uploads.attach,
      removeUpload: uploads.remove,
      startAnew: () => apply({ set: { fresh: true, form: { busy: false, errors: {} } } }),
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
    heard({ action, session }) {
      if (session) sessions.adopt(session);
      if (action) apply(action);
    },
    wake() {
      look();
      tabs.checkLeader();
      void send();
    },
    offline: () => apply({ set: { connection: 'offline' } }),
    identify: sessions.identify,
    tellPage,
    language(language) {
      sessions.language(language);
      tellPage({ language: language || undefined });
    },
    reset() {
      sessions.forget();
      for (const name of ['read', 'outbox']) kept.write(name, null);
      share({ reset: true });
    },
  };
}
