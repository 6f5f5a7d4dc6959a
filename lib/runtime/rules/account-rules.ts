import { textsOf } from '@/lib/engine/action-texts';
import { needsEstimate, placeholdersOf } from '@/lib/engine/placeholder-text';
import type { Action, Group, Rule } from '@/lib/engine/rule';
import { createRuleSet, type RuleSet } from '@/lib/engine/rule-set';
import type { DueMoment } from '@/lib/engine/start';
import type { Family } from '@/lib/engine/value';

/** A row of `rules` as matching needs it. */
export interface RuleRow {
  readonly id: string;
  readonly family: Family;
  readonly name: string;
  readonly position: number;
  readonly active: boolean;
  readonly deleted: boolean;
  readonly once: boolean;
  readonly channels: readonly string[];
  readonly version: number;
  readonly body: unknown;
  readonly broken: unknown;
  /** Of workflows: where time is watched for them. */
  readonly watched: readonly (Omit<Watched, 'since'> & { readonly since: string })[] | null;
}

/** What rules need of the first round trip beyond what every event needs. */
export interface Needs {
  readonly estimates: boolean;
  readonly once: boolean;
}

/** A moment that a workflow waits after, for tickets of one class; what was due by `since` does not count. */
export interface Watched extends DueMoment {
  readonly class: 'open' | 'closed';
  readonly since: Date;
}

/** A rule that can fire: what is needed beside its conditions. */
export interface PreparedRule {
  readonly id: string;
  readonly family: Family;
  readonly name: string;
  readonly version: number;
  readonly position: number;
  readonly once: boolean;
  /** Keys; empty means every messaging channel. */
  readonly channels: readonly string[];
  /** The event that it runs on; of workflows the way in which their conditions start them. */
  readonly on: string;
  readonly actions: readonly Action[];
  /** Those in the texts of its actions. */
  readonly placeholders: readonly string[];
  /** Of workflows that start by time. */
  readonly watched: readonly Watched[];
}

/** The active triggers and workflows of one account, prepared for matching, as of one version of its rule set. */
export class AccountRules {
  readonly set: RuleSet;
  readonly #prepared = new Map<string, PreparedRule>();
  readonly #withEstimate = new Set<string>();
  readonly #onceOnly = new Set<string>();
  #workflows: PreparedRule[] | undefined;
  version: number;

  constructor(version: number, rows: readonly RuleRow[]) {
    this.version = version;
    const usable = rows.flatMap((row) => this.#prepare(row));
    this.set = createRuleSet(usable);
  }

  get size(): number {
    return this.#prepared.size;
  }

  /** Takes over what changed up to `version`. Nothing else may be awaited between reading and applying the rows. */
  update(version: number, rows: readonly RuleRow[]): void {
    if (version <= this.version) return;
    this.#workflows = undefined;
    for (const row of rows) {
      this.set.remove(row.id);
      this.#prepared.delete(row.id);
      this.#withEstimate.delete(row.id);
      this.#onceOnly.delete(row.id);
      for (const rule of this.#prepare(row)) this.set.add(rule);
    }
    this.version = version;
  }

  /** What must be read for these rules: estimates of waits for their texts, receipts of "once per ticket". */
  get needs(): Needs {
    return { estimates: this.#withEstimate.size > 0, once: this.#onceOnly.size > 0 };
  }

  /** Those of workflows, in the order in which they run. */
  get workflows(): readonly PreparedRule[] {
    this.#workflows ??= [...this.#prepared.values()]
      .filter(({ family }) => family === 'workflow')
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
    return this.#workflows;
  }

  get(id: string): PreparedRule | undefined {
    return this.#prepared.get(id);
  }

  /** A stored rule that is no rule never fires and never stops others. */
  #prepare(row: RuleRow): Rule[] {
    if (!row.active || row.deleted || !IN_TICKETS.has(row.family)) return [];
    const body = readBody(row.body);
    if (!body) return [];
    const { id, family, name, version, position, once, channels } = row;
    const placeholders = placeholdersOf(textsOf(row.family, body.do));
    const { on, do: actions } = body;
    const watched = (row.watched ?? []).map((each) => ({ ...each, since: new Date(each.since) }));
    this.#prepared.set(id, { id, family, name, version, position, once, channels, on, actions, placeholders, watched });
    if (once) this.#onceOnly.add(id);
    if (needsEstimate(placeholders)) this.#withEstimate.add(id);
    return [{ id, ...body, gone: goneIn(row.broken) }];
  }
}

/** The families that act on conversations and tickets. */
const IN_TICKETS: ReadonlySet<Family> = new Set<Family>(['trigger', 'workflow']);

function readBody(body: unknown): { on: string; when: Group; do: readonly Action[] } | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { on, when, do: actions } = body as Record<string, unknown>;
  if (typeof on !== 'string' || typeof when !== 'object' || when === null || !Array.isArray(actions)) return undefined;
  // Validated when it was saved; what is malformed inside is `unknown(malformed)` to the engine.
  return { on, when: when as Group, do: actions as Action[] };
}

function goneIn(broken: unknown): readonly string[] {
  const gone = Array.isArray(broken) ? broken : ((broken as { gone?: unknown } | null)?.gone ?? []);
  return Array.isArray(gone) ? gone.filter((each) => typeof each === 'string') : [];
}
