import type { Condition, Group, Rule } from '@/lib/engine/rule';
import type { Facts, Json } from '@/lib/engine/value';

/** One event with its facts. Every fact has a value, so that engines without a third value can be compared. */
export interface Happening {
  readonly event: string;
  readonly facts: Facts;
}

const EVENTS = ['conversation_requested', 'message_sent', 'conversation_queued', 'conversation_assigned'];
const STATUSES = ['online', 'away', 'invisible'];
const GROUPS = Array.from({ length: 24 }, (_, i) => `group-${i}`);
const BRANDS = Array.from({ length: 8 }, (_, i) => `brand-${i}`);
const CHANNELS = ['web', 'app', 'shop', 'help'];
const STARTS = 'b c d f g h k l m n p r s t v w br cl dr fl gr pl pr sh st tr'.split(' ');
const MIDDLES = 'a e i o u ai ea ee ou'.split(' ');
const ENDS = 'n r l t s nd rt st ck mp ng ll ss tion ment er ing able'.split(' ');

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Rules and events of one seed. A rule that more than `limit` of the events meet is drawn anew, as nobody keeps such. */
export class Workload {
  private readonly words: readonly string[];

  constructor(private readonly next: () => number) {
    const words = new Set<string>();
    while (words.size < 1_500) words.add(this.word());
    this.words = [...words];
  }

  happenings(count: number): Happening[] {
    return Array.from({ length: count }, (_, i) => ({ event: EVENTS[i % EVENTS.length] ?? '', facts: this.facts() }));
  }

  rule(id: string, index: number): Rule {
    const count = 1 + this.below(6);
    const isAny = this.next() < 0.2;
    const conditions = Array.from({ length: count }, () => this.condition(isAny || count === 1));
    const when: Group = isAny ? { any: conditions } : { all: conditions };
    return { id, on: EVENTS[index % EVENTS.length] ?? '', when, do: [] };
  }

  private condition(selective: boolean): Condition {
    if (this.next() < 0.4) return this.onMessage();
    return selective ? this.onRare() : this.onCommon();
  }

  private onMessage(): Condition {
    const kind = this.next();
    const [one, two] = [this.common(), this.common()];
    if (kind < 0.5) return condition('message', 'contains', one);
    if (kind < 0.58) return condition('message', 'contains_case_sensitive', one);
    if (kind < 0.66) return condition('message', 'not_contains', one);
    if (kind < 0.84) return condition('message', 'regex', `.*\\b(?:${one}|${two})\\b.*`);
    if (kind < 0.94) return condition('message', 'regex', `.*${one}s?\\b.*`);
    return condition('message', 'regex_case_sensitive', `.*#\\d{4}.*${one}.*`);
  }

  private onRare(): Condition {
    return this.pick([
      () => condition('group', 'is', this.pick(GROUPS)),
      () => condition('customer_name', 'is', this.pick(this.words)),
      () => condition('customer_email', 'contains', `${this.pick(this.words)}@`),
      () => condition('tags', 'one_of', [this.pick(this.words), this.pick(this.words)]),
      () => condition('queue_size', 'greater_than', 180 + this.below(40)),
      () => condition('customer_prev_conversations', 'is', this.below(100)),
    ])();
  }

  private onCommon(): Condition {
    return this.pick([
      () => condition('account_status', 'is', this.pick(STATUSES)),
      () => condition('group_status', this.next() < 0.7 ? 'is' : 'is_not', this.pick(STATUSES), this.pick(GROUPS)),
      () => condition('hour_of_day', this.pick(['greater_or_equal', 'less_than']), 4 + this.below(16)),
      () => condition('day_of_week', this.pick(['less_or_equal', 'is_not']), this.below(7)),
      () => condition('queue_size', this.pick(['greater_than', 'less_or_equal']), this.below(200)),
      () => condition('customer_prev_conversations', this.pick(['greater_than', 'less_than']), this.below(100)),
      () => condition('brand', 'one_of', [this.pick(BRANDS), this.pick(BRANDS), this.pick(BRANDS)]),
      () => condition('channel', 'is_not', this.pick(CHANNELS)),
      () => condition('group', 'none_of', [this.pick(GROUPS), this.pick(GROUPS)]),
      () => condition('customer_served', 'is', this.next() < 0.5),
      () => condition('customer_triggered', 'is', this.next() < 0.5),
      () => condition('customer_is_in_active_conversation', 'is', this.next() < 0.5),
      () => condition('sender_type', 'is', this.pick(['agent', 'customer'])),
      () => condition('customer_email', 'contains', this.pick(['.com', '.org', '.net'])),
    ])();
  }

  private facts(): Facts {
    return {
      hour_of_day: this.below(24),
      day_of_week: this.below(7),
      account_status: this.pick(STATUSES),
      group_status: Object.fromEntries(GROUPS.map((group) => [group, this.pick(STATUSES)])),
      brand: this.pick(BRANDS),
      channel: this.pick(CHANNELS),
      group: this.pick(GROUPS),
      customer_is_in_active_conversation: this.next() < 0.5,
      customer_requesting_conversation: this.next() < 0.5,
      customer_served: this.next() < 0.5,
      customer_triggered: this.next() < 0.5,
      customer_prev_conversations: this.below(100),
      customer_name: this.pick(this.words),
      customer_email: `${this.pick(this.words)}@${this.pick(this.words)}${this.pick(['.com', '.org', '.net'])}`,
      sender: this.pick(this.words),
      sender_type: this.pick(['agent', 'customer']),
      message: this.message(),
      queue_size: this.below(210),
      tags: [this.pick(this.words), this.pick(this.words)],
    };
  }

  /** Some 20 words with a capital, a number now and then. */
  private message(): string {
    const words = Array.from({ length: 8 + this.below(24) }, () => this.common());
    if (this.next() < 0.3) words.splice(this.below(words.length), 0, `#${1000 + this.below(9000)}`);
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  /** A word; the first of the list are the frequent ones, as in speech. */
  private common(): string {
    return this.words[Math.floor(this.next() ** 2 * this.words.length)] ?? '';
  }

  private word(): string {
    const syllables = 1 + this.below(2);
    let word = '';
    for (let i = 0; i < syllables; i++) word += this.pick(STARTS) + this.pick(MIDDLES);
    return word + this.pick(ENDS);
  }

  private below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  private pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  }
}

function condition(field: string, operator: string, value: Json, group?: string): Condition {
  return { field, operator, value, ...(group !== undefined && { group }) };
}
