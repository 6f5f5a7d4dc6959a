import type { Use } from '@/lib/contracts/app-error';
import type { Context } from '../context';
import { permit } from '../permit';
import { rulesByReference } from '../rules/uses';

/** What tickets are filed under. Never a caller's text: it goes into SQL. */
const COLUMNS = { status: ['statuses', 'status'], inbox: ['inboxes', 'inbox_key'] } as const;

/** At most so many tickets are counted; as many mean "or more". */
export const MOST_COUNTED = 1_000;

export interface Used {
  /** Rules that name it, in the order of their names. */
  readonly rules: readonly Use[];
  readonly tickets: number;
}

/** Where each status or inbox of the account is used, by its key. */
export async function listUsed({ db, actor }: Context, kind: keyof typeof COLUMNS): Promise<Record<string, Used>> {
  permit(actor, 'organisation.read');
  const [table, column] = COLUMNS[kind];
  const counts = await db.query<{ key: string; tickets: number }>(
    `select s.key, (select count(*)::int from (select 1 from conversations c
        where c.account_id = s.account_id and c.${column} = s.key and c.number is not null limit ${MOST_COUNTED}) x) as tickets
      from ${table} s where s.account_id = $1`,
    [actor.accountId],
  );
  const rules = await rulesByReference(db, actor.accountId, kind);
  return Object.fromEntries(counts.map(({ key, tickets }) => [key, { tickets, rules: rules.get(key) ?? [] }]));
}
