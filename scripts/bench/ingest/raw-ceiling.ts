import type { Database, Row, Statement } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';

/** The tables whose rows ingest adds, children after what they belong to. */
const TABLES = ['event_keys', 'events', 'messages', 'firings', 'firing_steps'] as const;
type Tables = Record<(typeof TABLES)[number], Row[]>;

/**
 * What the database can do at best: the very rows that ingest wrote, written again under other ids by one set-based
 * transaction per batch: same tables, same indexes, event keys included, conversations and customers updated as often;
 * nothing read, nothing decided.
 */
export class RawCeiling {
  readonly #database: Database;
  readonly #accountId: string;
  readonly #events: readonly Tables[];
  readonly #columns: Readonly<Record<string, string>>;

  private constructor(
    database: Database,
    accountId: string,
    events: readonly Tables[],
    columns: Record<string, string>,
  ) {
    this.#database = database;
    this.#accountId = accountId;
    this.#events = events;
    this.#columns = columns;
  }

  /** Copies the rows of the events whose ids begin with `prefix`, event by event, in new conversations, marked `mark`. */
  static async like(database: Database, accountId: string, prefix: string, mark: string): Promise<RawCeiling> {
    const ids = new Map<unknown, string>();
    const renamed = (id: unknown) => {
      if (id === null || id === undefined) return id;
      const known = ids.get(id) ?? uuidV7();
      ids.set(id, known);
      return known;
    };
    const read = async (sql: string) =>
      (await database.query<{ row: Row }>(`select to_jsonb(r) as row from (${sql}) r`, [accountId, `${prefix}%`])).map(
        ({ row }) => row,
      );
    const events = await read('select * from events where account_id = $1 and ext_id like $2 order by id');
    const mine = 'select id from events where account_id = $1 and ext_id like $2';
    const keys = await read('select * from event_keys where account_id = $1 and ext_id like $2');
    const firings = await read(`select * from firings where account_id = $1 and event_id in (${mine})`);
    const fired = `select id from firings where account_id = $1 and event_id in (${mine})`;
    const steps = await read(`select * from firing_steps where account_id = $1 and firing_id in (${fired})`);
    // Of these conversations: the copies of an earlier ceiling have the same ids of messages in others.
    const messages = await read(`select m.* from messages m where m.account_id = $1 and (m.origin_firing in (${fired})
      or (m.conversation_id, m.client_id) in (
        select conversation_id, payload -> 'message' ->> 'id' from events where account_id = $1 and ext_id like $2))`);
    const keysByEvent = new Map(keys.map((row) => [row.event_id, row]));
    const firingsByEvent = Map.groupBy(firings, (row) => row.event_id);
    const stepsByFiring = Map.groupBy(steps, (row) => row.firing_id);
    const messagesByOrigin = Map.groupBy(messages, (row) => row.origin_firing ?? row.client_id);
    const copies = events.map((event): Tables => {
      const own = firingsByEvent.get(event.id) ?? [];
      const payload = event.payload as { message?: { id?: string } };
      const sent = [payload.message?.id, ...own.map(({ id }) => id)].flatMap(
        (origin) => messagesByOrigin.get(origin) ?? [],
      );
      const key = keysByEvent.get(event.id);
      return {
        event_keys: key ? [{ ...key, ext_id: `${mark}-${String(key.ext_id)}`, event_id: renamed(key.event_id) }] : [],
        events: [
          {
            ...event,
            id: renamed(event.id),
            ext_id: `${mark}-${String(event.ext_id)}`,
            conversation_id: renamed(event.conversation_id),
          },
        ],
        messages: sent.map((row) => ({
          ...row,
          conversation_id: renamed(row.conversation_id),
          origin_firing: renamed(row.origin_firing),
        })),
        firings: own.map((row) => ({
          ...row,
          id: renamed(row.id),
          event_id: renamed(row.event_id),
          conversation_id: renamed(row.conversation_id),
        })),
        firing_steps: own.flatMap(({ id }) =>
          (stepsByFiring.get(id) ?? []).map((row) => ({
            ...row,
            firing_id: renamed(row.firing_id),
            conversation_id: renamed(row.conversation_id),
          })),
        ),
      };
    });
    return new RawCeiling(database, accountId, copies, await columnsOf(database));
  }

  batches(size: number): Tables[] {
    const batches: Tables[] = [];
    for (let from = 0; from < this.#events.length; from += size) {
      const part = this.#events.slice(from, from + size);
      batches.push(Object.fromEntries(TABLES.map((table) => [table, part.flatMap((each) => each[table])])) as Tables);
    }
    return batches;
  }

  async write(batch: Tables): Promise<void> {
    const touched = [...new Set(batch.events.map(({ customer_id: id }) => id))];
    const statements: Statement[] = [
      ...TABLES.filter((table) => batch[table].length > 0).map((table) => ({
        sql: `insert into ${table} select r.* from jsonb_to_recordset($1::text::jsonb) as r(${this.#columns[table]})`,
        params: [JSON.stringify(batch[table])],
      })),
      {
        sql: `update customers set last_seen_at = clock_timestamp() where account_id = $1 and id = any($2::uuid[])`,
        params: [this.#accountId, touched],
      },
      {
        sql: `update conversations set event_seq = event_seq, last_customer_reply_at = clock_timestamp(), last_activity_at = clock_timestamp()
          where account_id = $1 and customer_id = any($2::uuid[])`,
        params: [this.#accountId, touched],
      },
    ];
    await this.#database.transaction(async (tx) => {
      await tx.pipeline(statements);
    });
  }
}

async function columnsOf(database: Database): Promise<Record<string, string>> {
  const rows = await database.query<{ table: string; columns: string }>(
    `select c.relname as table, string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum) as columns
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relname = any($1::text[]) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped group by 1`,
    [TABLES],
  );
  return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
}
