import type { Queries } from '@/db/client';
import { prepareHours } from '@/lib/engine/hours/hours';
import type { Schedule } from '@/lib/engine/hours/schedule';
import { isTimeZone } from '@/lib/engine/hours/zone';
import type { Premises } from '@/lib/engine/state/surroundings';

interface Row extends Record<string, unknown> {
  timeZone: string;
  language: 'en' | 'fr';
  schedules: readonly ({ key: string } & Schedule)[] | null;
  employees: readonly { key: string; schedule: string | null }[] | null;
  inboxes: readonly { key: string; group: string | null }[] | null;
}

/** What of the account the conditions of workflows ask about, and the account's language. */
export async function readPremises(tx: Queries, accountId: string): Promise<Premises & { language: 'en' | 'fr' }> {
  const [row] = await tx.query<Row>(
    `select a.time_zone as "timeZone", a.language,
      (select jsonb_agg(jsonb_build_object('key', key, 'timeZone', time_zone, 'intervals', intervals, 'holidays', holidays))
        from schedules where account_id = a.id) as schedules,
      (select jsonb_agg(jsonb_build_object('key', key, 'schedule', schedule_key)) from agents where account_id = a.id) as employees,
      (select jsonb_agg(jsonb_build_object('key', i.key, 'group', g.key)) from inboxes i left join inbox_groups g
        on g.account_id = i.account_id and g.id = i.inbox_group_id where i.account_id = a.id) as inboxes
      from accounts a where a.id = $1`,
    [accountId],
  );
  if (!row) throw new Error('No such account');
  const groups = new Map((row.inboxes ?? []).map(({ key, group }) => [key, group]));
  return {
    language: row.language,
    timeZone: isTimeZone(row.timeZone) ? row.timeZone : 'UTC',
    schedules: (row.schedules ?? [])
      .filter(({ timeZone }) => isTimeZone(timeZone))
      .map(({ key, ...schedule }) => ({ key, hours: prepareHours(schedule) })),
    employees: row.employees ?? [],
    inboxGroupOf: (inbox) => groups.get(inbox) ?? null,
  };
}
