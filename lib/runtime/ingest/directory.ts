/**
 * The account's configuration that events can name, as of one version of its rule set: every change of it moves that
 * version, so a process keeps it until the transaction sees another one.
 */
import type { Database } from '@/db/client';
import { type Hours, prepareHours } from '@/lib/engine/hours/hours';
import type { Schedule } from '@/lib/engine/hours/schedule';
import { isTimeZone } from '@/lib/engine/hours/zone';
import type { Premises } from '@/lib/engine/state/surroundings';

export type ReferenceKind = 'group' | 'brand' | 'agent' | 'status' | 'inbox' | 'integration';

export interface ChannelInfo {
  readonly id: string;
  readonly key: string;
  readonly kind: 'web' | 'mobile' | 'api' | 'social' | 'email' | 'marketplace';
  readonly brand: string;
  readonly defaultGroup: string | null;
  readonly bot: { readonly key: string; readonly name: string } | null;
}

export interface AgentInfo {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  /** Key of the schedule of the employee's working hours. */
  readonly schedule: string | null;
}

export interface AccountInfo {
  readonly timeZone: string;
  readonly language: 'en' | 'fr';
  readonly settings: Readonly<Record<string, unknown>>;
}

interface Answer extends Record<string, unknown> {
  version: number | null;
  account: AccountInfo | null;
  channels: readonly ChannelInfo[] | null;
  references: readonly { kind: ReferenceKind; id: string; key: string; class: 'open' | 'closed' | null }[] | null;
  schedules: readonly ({ key: string } & Schedule)[] | null;
  agents: readonly AgentInfo[] | null;
  inboxes: readonly { key: string; group: string | null }[] | null;
  reopening: readonly string[] | null;
  webhooks: readonly { id: string; events: readonly string[] }[] | null;
  analyses: boolean;
  idle: readonly string[] | null;
}

export interface Directory {
  /** Of the rule set at that moment. */
  readonly version: number;
  readonly account: AccountInfo;
  /** Ready to be asked. One whose zone this system no longer knows is missing, as if it were deleted. */
  readonly schedules: readonly { readonly key: string; readonly hours: Hours }[];
  readonly webhooks: readonly { readonly id: string; readonly events: readonly string[] }[];
  /** Whether customers' messages are sorted by the language model. */
  readonly analyses: boolean;
  /** Keys of integrations that are connected no more, or not yet. */
  readonly idle: ReadonlySet<string>;
  /** By key or uuid; without a name the account's default API channel. */
  channel(name?: string): ChannelInfo | undefined;
  /** The key of what is named by key or uuid, when it exists. */
  key(kind: ReferenceKind, name: string): string | undefined;
  /** The uuid of what is named by key or uuid, when it exists. */
  id(kind: ReferenceKind, name: string): string | undefined;
  classOf(status: string): 'open' | 'closed' | undefined;
  readonly statuses: readonly { readonly key: string; readonly class: 'open' | 'closed' }[];
  /** What a customer's new message makes of a ticket in this status, where it makes something of it. */
  statusOnMessage(status: string): { readonly status: string; readonly class: 'open' } | undefined;
  /** Agents by key, in no order. */
  readonly agents: ReadonlyMap<string, AgentInfo>;
  /** What conditions of workflows ask about. */
  readonly premises: Premises;
}

/** Throws when the account does not exist. */
export async function readDirectory(database: Database, accountId: string): Promise<Directory> {
  const [answer] = await database.query<Answer>(SQL, [accountId]);
  if (!answer?.account) throw new Error('No such account');
  const { account, channels, references, schedules, webhooks, version, agents, inboxes, reopening } = answer;
  const channelsByName = new Map(
    (channels ?? []).flatMap(
      (each) =>
        [
          [each.key, each],
          [each.id, each],
        ] as const,
    ),
  );
  const fallback = channelsByName.get('api') ?? channels?.find(({ kind }) => kind === 'api');
  const found = new Map(
    (references ?? []).flatMap(
      (each) =>
        [
          [`${each.kind}:${each.key}`, each],
          [`${each.kind}:${each.id}`, each],
        ] as const,
    ),
  );
  const reopens = new Set((reopening ?? []).filter((status) => status !== OPEN.status));
  const timeZone = isTimeZone(account.timeZone) ? account.timeZone : 'UTC';
  const prepared = (schedules ?? [])
    .filter((schedule) => isTimeZone(schedule.timeZone))
    .map(({ key, ...schedule }) => ({ key, hours: prepareHours(schedule) }));
  const groups = new Map((inboxes ?? []).map(({ key, group }) => [key, group]));
  return {
    version: version ?? 0,
    account: { ...account, timeZone },
    schedules: prepared,
    webhooks: webhooks ?? [],
    analyses: answer.analyses,
    idle: new Set(answer.idle ?? []),
    channel: (name) => (name === undefined ? fallback : channelsByName.get(name)),
    key: (kind, name) => found.get(`${kind}:${name}`)?.key,
    id: (kind, name) => found.get(`${kind}:${name}`)?.id,
    classOf: (status) => found.get(`status:${status}`)?.class ?? undefined,
    statuses: (references ?? []).flatMap(({ key, class: ofStatus }) => (ofStatus ? [{ key, class: ofStatus }] : [])),
    statusOnMessage: (status) => (reopens.has(status) ? OPEN : undefined),
    agents: new Map((agents ?? []).map((agent) => [agent.key, agent])),
    premises: {
      timeZone,
      schedules: prepared,
      employees: (agents ?? []).filter(({ schedule }) => schedule !== null),
      inboxGroupOf: (inbox) => groups.get(inbox) ?? null,
    },
  };
}

/** The system's status of a ticket whose customer has written. */
const OPEN = { status: 'open', class: 'open' } as const;

const named = (kind: ReferenceKind, table: string, column = 'null') =>
  `select '${kind}' as kind, id, key, ${column} as class from ${table}
   where account_id = $1`;

const SQL = `select (select version from rule_sets where account_id = $1) as version,
  (select jsonb_build_object('language', language, 'timeZone', time_zone, 'settings', settings) from accounts where id = $1) as account,
  (select jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'kind', c.kind, 'brand', b.key, 'defaultGroup', g.key,
      'bot', case when bot.key is not null then jsonb_build_object('key', bot.key, 'name', bot.name) end))
    from channels c join brands b on b.account_id = c.account_id and b.id = c.brand_id
    left join groups g on g.account_id = c.account_id and g.id = c.default_group_id
    left join bot_channels bc on bc.account_id = c.account_id and bc.channel_id = c.id and bc.in_use
    left join bots bot on bot.account_id = bc.account_id and bot.id = bc.bot_id and bot.active
    where c.account_id = $1) as channels,
  (select jsonb_agg(r) from (
    ${named('group', 'groups')} union all ${named('brand', 'brands')} union all ${named('agent', 'agents')}
    union all ${named('status', 'statuses', 'class')} union all ${named('inbox', 'inboxes')}
    union all ${named('integration', 'integrations')}) r) as "references",
  (select jsonb_agg(jsonb_build_object('key', key, 'timeZone', time_zone, 'intervals', intervals, 'holidays', holidays))
    from schedules where account_id = $1) as schedules,
  (select jsonb_agg(jsonb_build_object('key', key, 'name', name, 'email', email, 'schedule', schedule_key))
    from agents where account_id = $1) as agents,
  (select jsonb_agg(jsonb_build_object('key', i.key, 'group', g.key)) from inboxes i
    left join inbox_groups g on g.account_id = i.account_id and g.id = i.inbox_group_id where i.account_id = $1) as inboxes,
  (select jsonb_agg(key) from statuses where account_id = $1 and (flags ->> 'openOnNewMessage')::boolean) as reopening,
  (select jsonb_agg(jsonb_build_object('id', id, 'events', events)) from webhooks where account_id = $1 and active) as webhooks,
  (select jsonb_agg(key) from integrations where account_id = $1 and not active) as idle,
  exists (select 1 from integrations where account_id = $1 and kind = 'ai' and active
    and coalesce((settings ->> 'analyse')::boolean, false)) as analyses`;
