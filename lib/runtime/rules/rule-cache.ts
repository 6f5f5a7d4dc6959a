import type { Database, Statement } from '@/db/client';
import { type Directory, readDirectory } from '../ingest/directory';
import { AccountRules, type RuleRow } from './account-rules';

/** More changed rules than this are compiled outside the transaction. */
const DELTA_LIMIT = 200;
const LIMITS = { accounts: 500, rules: 400_000 };

const COLUMNS = `r.id, r.family, r.name, r.position, r.active and not r.draft as active, r.deleted_at is not null as deleted,
  r.once, r.channels, r.version, r.body, r.broken, case when r.family = 'workflow' then (select jsonb_agg(
    jsonb_build_object('column', t.field, 'minutes', t.minutes, 'class', t.class, 'since', t.since))
    from time_cursors t where t.account_id = r.account_id and t.workflow_id = r.id) end as watched`;

/** Thrown inside a transaction: too much changed to compile under locks. Roll back, `reload`, start again. */
export class RulesMoved extends Error {
  override readonly name = 'RulesMoved';
}

/**
 * Prepared rules and configuration of many accounts; those that were not used for longest are dropped when there are too
 * many accounts or rules. One per process and database.
 */
export class RuleCache {
  /** In order of last use. */
  readonly #accounts = new Map<string, Promise<AccountRules>>();
  /** Those of them that are read. */
  readonly #loaded = new Map<string, AccountRules>();
  readonly #directories = new Map<string, Promise<Directory>>();
  readonly #database: Database;
  readonly #limits: typeof LIMITS;

  constructor(database: Database, limits: Partial<typeof LIMITS> = {}) {
    this.#database = database;
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Accounts whose rules are held, the one used last at the end. */
  get held(): readonly string[] {
    return [...this.#accounts.keys()];
  }

  /** The rules as last known; the transaction brings them up to date by `deltaStatement`. */
  async get(accountId: string): Promise<AccountRules> {
    const known = this.#accounts.get(accountId);
    if (!known) return this.reload(accountId);
    this.#accounts.delete(accountId);
    this.#accounts.set(accountId, known);
    return known;
  }

  /** The account's configuration as last known; compare its version inside the transaction. */
  directory(accountId: string): Promise<Directory> {
    return this.#directories.get(accountId) ?? this.reloadDirectory(accountId);
  }

  reloadDirectory(accountId: string): Promise<Directory> {
    const loading = readDirectory(this.#database, accountId);
    this.#directories.set(accountId, loading);
    loading.catch(() => this.#directories.delete(accountId));
    return loading;
  }

  async reload(accountId: string): Promise<AccountRules> {
    const loading = load(this.#database, accountId);
    this.#accounts.delete(accountId);
    this.#accounts.set(accountId, loading);
    try {
      const rules = await loading;
      if (this.#accounts.get(accountId) === loading) this.#loaded.set(accountId, rules);
      this.#evict(accountId);
      return rules;
    } catch (error) {
      if (this.#accounts.get(accountId) === loading) this.#accounts.delete(accountId);
      throw error;
    }
  }

  /** Rules are counted as they are now: a set grows by what changed since it was read. */
  #evict(current: string): void {
    let total = [...this.#loaded.values()].reduce((sum, { size }) => sum + size, 0);
    for (const accountId of this.#accounts.keys()) {
      if (this.#accounts.size <= this.#limits.accounts && total <= this.#limits.rules) return;
      if (accountId === current) continue;
      total -= this.#loaded.get(accountId)?.size ?? 0;
      this.#accounts.delete(accountId);
      this.#loaded.delete(accountId);
      this.#directories.delete(accountId);
    }
  }
}

/**
 * Version and changed rules in one snapshot. The order makes the planner follow the index, whatever it thinks of how many
 * rules changed; without it a prepared statement reads all of them each time.
 */
export function deltaStatement(accountId: string, cached: number): Statement {
  const sql = `select s.version as "setVersion", ${COLUMNS} from rule_sets s
    left join lateral (select * from rules where account_id = $1 and changed_in > $2
      order by changed_in limit ${DELTA_LIMIT + 1}) r on true
    where s.account_id = $1`;
  return { sql, params: [accountId, cached] };
}

type DeltaRow = RuleRow & { setVersion: number };

/** Applies the answer of `deltaStatement`. @throws RulesMoved */
export function applyDelta(rules: AccountRules, answer: readonly Record<string, unknown>[]): void {
  // The rows of `deltaStatement`.
  const rows = answer as unknown as readonly DeltaRow[];
  if (rows.length > DELTA_LIMIT) throw new RulesMoved();
  rules.update(
    rows[0]?.setVersion ?? 0,
    rows.filter(({ id }) => id !== null),
  );
}

async function load(database: Database, accountId: string): Promise<AccountRules> {
  const sql = `select s.version as "setVersion", ${COLUMNS} from rule_sets s
    left join rules r on r.account_id = s.account_id and r.active and r.deleted_at is null
      and r.family in ('trigger', 'workflow')
    where s.account_id = $1 order by r.position, r.id`;
  const rows = await database.query<DeltaRow & Record<string, unknown>>(sql, [accountId]);
  return new AccountRules(
    rows[0]?.setVersion ?? 0,
    rows.filter(({ id }) => id !== null),
  );
}
