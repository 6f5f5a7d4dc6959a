/** What time does to conversations of the widget: automatic acceptance, overflow, inactivity. All through ingest. */

import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { AppError } from '@/lib/contracts/app-error';
import type { Command } from '@/lib/engine/state/derive';
import { type FreeAgent, planAcceptance } from '@/lib/engine/state/plan-acceptance';
import { runCommand } from '../conversations/command';

const LIMIT = 200;
/** Channels whose conversations Signalbox itself leads; what comes by the API is taken literally. */
const OURS = `exists (select from channels ch where ch.account_id = c.account_id and ch.key = c.channel_key and ch.kind in ('web', 'mobile'))`;
const NOW = 'coalesce($1::timestamptz, clock_timestamp())';

interface Found extends Record<string, unknown> {
  account: string;
  conversation: string;
}

/** Runs each once; answers how many conversations moved. */
export async function runRouting(database: Database, clock?: Clock): Promise<number> {
  const now = (await clock?.now(database)) ?? null;
  const moved = [
    await accept(database, now, clock),
    await overflow(database, now, clock),
    await inactivity(database, now, clock),
  ];
  return moved.reduce((sum, each) => sum + each, 0);
}

async function accept(database: Database, now: Date | null, clock?: Clock): Promise<number> {
  const accounts = await database.query<{ account: string }>(
    `select a.id as account from accounts a where (a.settings ->> 'automaticAcceptance')::boolean
      and exists (select from conversations c where c.account_id = a.id and c.queue_state = 'queued' and c.phase = 'queued')`,
  );
  let moved = 0;
  for (const { account } of accounts) {
    const waiting = await database.query<{ id: string; group: string | null }>(
      `select c.ext_id as id, c.group_key as "group" from conversations c
        where c.account_id = $1 and c.queue_state = 'queued' and c.phase = 'queued' and ${OURS}
        order by c.queued_at limit ${LIMIT}`,
      [account],
    );
    const plan = planAcceptance(waiting, await freeAgents(database, account, now));
    for (const { conversation, agent } of plan) {
      moved += await attempt(database, account, conversation, { verb: 'accept', agent, via: 'auto' }, clock);
    }
  }
  return moved;
}

function freeAgents(database: Database, account: string, now: Date | null): Promise<FreeAgent[]> {
  return database.query<FreeAgent & Record<string, unknown>>(
    `select a.key, a.capacity, count(c.id)::int as load, max(c.assigned_at) as "lastAssignedAt",
        array(select g.key from agent_groups ag join groups g on g.account_id = ag.account_id and g.id = ag.group_id
          where ag.account_id = a.account_id and ag.agent_id = a.id) as groups
      from agents a left join conversations c
        on c.account_id = a.account_id and c.assignee_key = a.key and c.phase = 'assigned' and c.capacity_held
      where a.account_id = $2 and a.active and a.status = 'online'
        and (a.presence = 'api' or a.seen_at >= ${NOW} - interval '60 seconds')
      group by a.account_id, a.id, a.key, a.capacity`,
    [now, account],
  );
}

async function overflow(database: Database, now: Date | null, clock?: Clock): Promise<number> {
  const found = await database.query<Found & { group: string; from: string }>(
    `select c.account_id as account, c.ext_id as conversation, o.key as "group", g.key as "from" from groups g
      join groups o on o.account_id = g.account_id and o.id = g.overflow_group_id
      join conversations c on c.account_id = g.account_id and c.group_key = g.key and c.queue_state = 'queued'
        and c.phase = 'queued' and c.queued_at <= ${NOW} - make_interval(mins => g.overflow_minutes)
      where g.overflow_minutes is not null and ${OURS} order by c.queued_at limit ${LIMIT}`,
    [now],
  );
  let moved = 0;
  for (const { account, conversation, group, from } of found) {
    moved += await attempt(database, account, conversation, { verb: 'overflow', group, from }, clock);
  }
  return moved;
}

async function inactivity(database: Database, now: Date | null, clock?: Clock): Promise<number> {
  const found = await database.query<Found & { since: Date }>(
    `select c.account_id as account, c.ext_id as conversation, c.last_activity_at as since from conversations c join accounts a on a.id = c.account_id
      where c.phase = 'assigned' and ${OURS}
        -- Conversations by e-mail go on for days: they free their agent, and do not end by themselves.
        and (c.inactive_count < 2 or not exists (select from mails m where m.account_id = c.account_id and m.conversation_id = c.id))
        and c.last_activity_at <= ${NOW} - make_interval(mins => coalesce((a.settings ->> 'inactiveAfterMinutes')::int, 10))
      order by c.last_activity_at limit ${LIMIT}`,
    [now],
  );
  let moved = 0;
  for (const { account, conversation, since } of found) {
    moved += await attempt(database, account, conversation, { verb: 'inactivity', since }, clock);
  }
  return moved;
}

/** Somebody else may have been quicker: the state is judged again under its lock. */
async function attempt(
  database: Database,
  account: string,
  conversation: string,
  command: Command,
  clock: Clock | undefined,
): Promise<number> {
  try {
    await runCommand(database, account, conversation, command, { clock });
    return 1;
  } catch (error) {
    if (error instanceof AppError) return 0;
    throw error;
  }
}
