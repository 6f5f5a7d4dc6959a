import type { Statement } from '@/db/client';
import { betterStatus } from '@/lib/engine/state/better-status';
import type { AccountState, AgentStatus } from '@/lib/engine/state/fact-state';
import type { Conversation } from '@/lib/engine/state/records';
import type { ChannelInfo, Directory } from './directory';

/** A status set in a browser is worth nothing when the browser has been gone for this long. */
const PRESENCE_MILLISECONDS = 60_000;

/** Agents, groups and queues in one statement: one consistent picture, with the database's time. */
export function figuresStatement(accountId: string): Statement {
  const sql = `select clock_timestamp() as now,
    (select jsonb_agg(jsonb_build_object('key', a.key, 'status', a.status, 'presence', a.presence, 'seenAt', a.seen_at,
        'groups', (select coalesce(jsonb_agg(g.key), '[]') from agent_groups ag
          join groups g on g.account_id = ag.account_id and g.id = ag.group_id
          where ag.account_id = a.account_id and ag.agent_id = a.id)))
      from agents a where a.account_id = $1 and a.active) as agents,
    (select jsonb_agg(key) from groups where account_id = $1) as groups,
    (select jsonb_agg(q) from (select group_key as "group", count(*)::int as size from conversations
      where account_id = $1 and queue_state = 'queued' group by group_key) q) as queues`;
  return { sql, params: [accountId] };
}

export interface FiguresAnswer {
  readonly now: Date;
  readonly agents:
    | readonly {
        readonly key: string;
        readonly status: AgentStatus;
        readonly presence: 'browser' | 'api';
        readonly seenAt: string | null;
        readonly groups: readonly string[];
      }[]
    | null;
  readonly groups: readonly string[] | null;
  readonly queues: readonly { readonly group: string | null; readonly size: number }[] | null;
}

/** Account-wide facts: the committed state, moved by the batch's own events. */
export class Figures {
  readonly #agents = new Map<string, { status: AgentStatus; groups: readonly string[] }>();
  readonly #queues = new Map<string | null, number>();
  readonly #groups: readonly string[];
  readonly #schedules: Directory['schedules'];
  #statuses: { account: AgentStatus; groups: ReadonlyMap<string, AgentStatus> } | undefined;
  #total = 0;

  constructor(answer: FiguresAnswer, directory: Directory, now: Date) {
    for (const { key, groups, ...agent } of answer.agents ?? []) {
      this.#agents.set(key, { status: effectiveStatus(agent, now), groups });
    }
    for (const { group, size } of answer.queues ?? []) {
      this.#queues.set(group, size);
      this.#total += size;
    }
    this.#groups = answer.groups ?? [];
    this.#schedules = directory.schedules;
  }

  setAgentStatus(agent: string, status: AgentStatus): void {
    this.#agents.set(agent, { status, groups: this.#agents.get(agent)?.groups ?? [] });
    this.#statuses = undefined;
  }

  /** Moves the queues' sizes as the conversation moved. */
  moved(before: Conversation, after: Conversation): void {
    if (before.queueState === after.queueState && before.groupKey === after.groupKey) return;
    if (before.queueState === 'queued') this.#count(before.groupKey, -1);
    if (after.queueState === 'queued') this.#count(after.groupKey, 1);
  }

  queueSize(group: string | null): number {
    return this.#queues.get(group) ?? 0;
  }

  /** What the facts of an event at this moment read. */
  at(moment: Date, channel: ChannelInfo | undefined, wait: AccountState['wait']): AccountState {
    this.#statuses ??= this.#readStatuses();
    const { account, groups } = this.#statuses;
    return {
      status: account,
      queueSize: this.#total,
      groups: Object.fromEntries(
        this.#groups.map((key) => [key, { status: groups.get(key) ?? 'invisible', queueSize: this.queueSize(key) }]),
      ),
      schedules: Object.fromEntries(this.#schedules.map(({ key, hours }) => [key, hours.stateAt(moment)])),
      botName: channel?.bot?.name ?? null,
      wait,
    };
  }

  #count(group: string | null, change: number): void {
    this.#queues.set(group, this.queueSize(group) + change);
    this.#total += change;
  }

  #readStatuses() {
    const groups = new Map<string, AgentStatus>();
    let account: AgentStatus = 'invisible';
    for (const agent of this.#agents.values()) {
      account = betterStatus(account, agent.status);
      for (const group of agent.groups) groups.set(group, betterStatus(groups.get(group) ?? 'invisible', agent.status));
    }
    return { account, groups };
  }
}

function effectiveStatus(
  { status, presence, seenAt }: { status: AgentStatus; presence: 'browser' | 'api'; seenAt: string | null },
  now: Date,
): AgentStatus {
  if (presence === 'api') return status;
  const gone = seenAt === null || now.getTime() - Date.parse(seenAt) > PRESENCE_MILLISECONDS;
  return gone ? 'invisible' : status;
}
