/**
 * Shows proactive messages: chooses by the engine's own code when the page is loaded, when time has passed, and when
 * something changes; asks the server before it shows one; never asks it just because time passes.
 */
import type { InteractionAnswer, ProactiveOffer, ViewsInput } from '@/lib/contracts/widget-proactive';
import { choose, nextDue } from '@/lib/engine/proactive/choose';
import type { Candidate } from '@/lib/engine/proactive/message';
import { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
import { fieldsFor } from '@/lib/engine/registry';
import type { Kept } from '../storage';
import type { Page } from '../surroundings';
import { openPageClock } from './page-clock';
import { openViews } from './views';
import { openVisits } from './visit';

export type Offered = ProactiveOffer['messages'][number];

/** What the running of messages needs of page, widget and server; tests give their own. */
export interface Around {
  readonly kept: Kept;
  page(): Page;
  language: string;
  visible(): boolean;
  /** A conversation runs, or the widget is open. */
  busy(): { inConversation: boolean; open: boolean };
  offer(): Promise<ProactiveOffer>;
  /** @throws when the server cannot be reached */
  tell(
    message: string,
    interaction: { id: string; kind: string; visit: string; url: string },
  ): Promise<InteractionAnswer>;
  /** What became of the messages on some pages; nobody waits for it. */
  report(visit: string, views: ViewsInput['views']): void;
  newId(): string;
  /** Shows a message, or takes it away. */
  show(message: Offered | null): void;
  /** The visitor wants to answer. */
  open(message: Offered): void;
  now(): number;
  /** Calls back once; answers how to forget it. */
  after(ms: number, callback: () => void): () => void;
}

export interface Running {
  /** The page or its route changed, or it was looked at again or left, or the widget changed. */
  changed(what: 'route' | 'visibility' | 'widget'): void;
  answer(): void;
  dismiss(): void;
  /** The page goes away. */
  leave(): void;
}

export async function run(around: Around): Promise<Running> {
  const { kept, now } = around;
  const visits = openVisits(kept, around.newId);
  const clock = openPageClock(now, around.visible());
  let offer = await around.offer();
  /** How far the server's clock is ahead of this one's. */
  let ahead = Date.parse(offer.now) - now();
  const views = openViews(around, visits.id, clock.seconds);
  let onScreen: Offered | null = null;
  let asking = false;
  let forget = () => {};

  visits.active(now());

  async function look(): Promise<void> {
    forget();
    if (asking || !around.visible()) return;
    const { inConversation, open } = around.busy();
    if (onScreen && (inConversation || open)) show(null);
    await refreshHours();
    const { messages } = offer;
    const candidates = messages as unknown as readonly Candidate[];
    const seconds = clock.seconds();
    const seen = facts();
    const { winner, stopped } = choose(candidates, {
      ...{ secondsOnPage: seconds, inConversation, onScreen: onScreen !== null || open },
      facts: seen,
      schedules: states(),
      memory: visits.memory(new Set(views.became.keys())),
    });
    const due = nextDue(candidates, seconds);
    if (offer.report)
      views.note({ url: around.page().url, seconds, facts: seen, messages, stopped }, due === undefined);
    const message = messages.find(({ id }) => id === winner);
    if (message) return propose(message);
    if (due !== undefined) forget = around.after((due - seconds) * 1_000, () => void look());
  }

  /** The server has the last word; what it refuses is not asked for again on this page. */
  async function propose(message: Offered): Promise<void> {
    asking = true;
    const { became } = views;
    became.set(message.id, { by: 'server', refusal: 'unreachable' });
    const answer = await tell(message, 'impression');
    asking = false;
    if (answer?.allowed) became.set(message.id, { by: 'shown' });
    else if (answer?.stopped) became.set(message.id, { by: 'server', refusal: answer.stopped });
    // The visitor went to another page meanwhile.
    if (answer?.allowed && became === views.became && !around.busy().open) {
      visits.shown(message.id);
      show(message);
    } else await look();
  }

  function tell(message: Offered, kind: string): Promise<InteractionAnswer | undefined> {
    const interaction = { id: around.newId(), kind, visit: visits.id(), url: around.page().url.slice(0, 8_000) };
    return around.tell(message.id, interaction).catch(() => undefined);
  }

  function show(message: Offered | null): void {
    onScreen = message;
    around.show(message);
  }

  function facts() {
    const { url, title, referrer = '', metadata } = around.page();
    const visit = {
      ...{ url, title, referrer, language: around.language || null, metadata: texts(metadata) },
      ...{ returning: visits.returning(), hoursSinceLastVisit: visits.hoursSinceLastVisit(now()) },
    };
    return factsOfVisit(fieldsFor('proactive'), visit, states(), new Date(now() + ahead));
  }

  function states(): Record<string, 'inside' | 'outside'> {
    return Object.fromEntries(Object.entries(offer.schedules).map(([key, { state }]) => [key, state]));
  }

  /** Opening and closing are the server's business: when one has passed, what holds now is asked for. */
  async function refreshHours(): Promise<void> {
    const passed = Object.values(offer.schedules).some(
      ({ until }) => until !== null && Date.parse(until) <= now() + ahead,
    );
    if (!passed) return;
    try {
      offer = await around.offer();
      ahead = Date.parse(offer.now) - now();
    } catch {
      // The server says so again before anything is shown.
    }
  }

  const end = (kind: 'open' | 'dismissal') => {
    const message = onScreen;
    if (!message) return undefined;
    visits.closed(message.id);
    void tell(message, kind);
    show(null);
    return message;
  };

  await look();
  return {
    changed(what) {
      visits.active(now());
      if (what === 'visibility') clock.visible(around.visible());
      if (what === 'route') {
        views.turn();
        clock.restart();
        if (onScreen) show(null);
      }
      void look();
    },
    answer() {
      const message = end('open');
      if (message) around.open(message);
    },
    dismiss() {
      end('dismissal');
      void look();
    },
    leave: views.flush,
  };
}

/** Entries as texts, as the server reads them. */
function texts(metadata: unknown): Record<string, string> {
  if (typeof metadata !== 'object' || metadata === null) return {};
  return Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value ?? '')]));
}
