/** What became of the messages on each page, told to the server once for a page, several pages at a time. */
import type { ViewReason, ViewsInput } from '@/lib/contracts/widget-proactive';
import type { Choice } from '@/lib/engine/proactive/choose';
import type { Facts } from '@/lib/engine/value';
import type { Around, Offered } from './run';

type View = ViewsInput['views'][number];

/** A page is told this long after nothing is left to wait for, and after this long at the latest, in ms. */
const SETTLED = 3_000;
const LATEST = 60_000;
const MOST = 20;

/** The messages as they were last chosen among. */
interface Noted {
  readonly url: string;
  readonly seconds: number;
  readonly facts: Facts;
  readonly messages: readonly Offered[];
  readonly stopped: Choice['stopped'];
}

export interface Views {
  /** By message: what happened on this page. */
  readonly became: Map<string, ViewReason>;
  /** `settled`: no message waits for its time. */
  note(noted: Noted, settled: boolean): void;
  /** Another page begins. */
  turn(): void;
  /** What is not told yet is told now. */
  flush(): void;
}

/** `visit` tells which visit this is, `inSight` for how many seconds this page is in sight. */
export function openViews({ newId, now, after, report }: Around, visit: () => string, inSight: () => number): Views {
  const begun = () => ({ id: newId(), at: now(), became: new Map<string, ViewReason>() });
  let page = begun();
  let noted: Noted | undefined;
  let told = false;
  let waiting: (Omit<View, 'ago'> & { at: number })[] = [];
  let forget = () => {};

  const file = () => {
    if (!noted) return;
    const { url, facts, messages, stopped } = noted;
    const { id, at, became } = page;
    const seconds = inSight();
    const passed = seconds - noted.seconds;
    const reasons = new Map(
      stopped.map(({ id, reason }): [string, ViewReason] => [
        id,
        // Had it been due, it would have been chosen among.
        reason.by === 'time' ? { ...reason, seconds: Math.max(1, reason.seconds - passed) } : (reason as ViewReason),
      ]),
    );
    const candidates = messages.flatMap(({ id, version }) => {
      const reason = became.get(id) ?? reasons.get(id);
      return reason ? [{ id, version, reason }] : [];
    });
    waiting = [...waiting, { id, at, url, seconds, facts: askedOf(messages, facts), candidates }].slice(-MOST);
    noted = undefined;
    told = true;
  };
  const flush = () => {
    file();
    const views = waiting.map(({ at, ...view }) => ({ ...view, ago: now() - at }));
    waiting = [];
    if (views[0]) report(visit(), views);
  };
  return {
    get became() {
      return page.became;
    },
    note(next, settled) {
      if (told) return;
      noted = next;
      forget();
      forget = after(settled ? SETTLED : Math.max(0, page.at + LATEST - now()), flush);
    },
    turn() {
      file();
      page = begun();
      told = false;
    },
    flush,
  };
}

/** Of the facts those that a condition names, and no more of what the page says of itself. */
function askedOf(messages: readonly Offered[], facts: Facts): View['facts'] {
  const asked = new Set<unknown>();
  JSON.stringify(
    messages.map(({ when }) => when),
    (key, value) => (key === 'value' ? undefined : asked.add(value) && value),
  );
  return JSON.parse(JSON.stringify(facts, (key, value) => (!key || asked.has(key) ? value : undefined)));
}
