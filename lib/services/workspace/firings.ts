import type { ConversationFirings } from '@/lib/contracts/workspace';
import type { Context } from '../context';
import { findConversation } from '../conversations/find';
import { may, permit } from '../permit';
import { iso, isoOrNull } from '../search-pattern';

const MOST = 50;

type Item = ConversationFirings['items'][number];
type Row = Omit<Item, 'at' | 'finishedAt' | 'dueAt' | 'steps' | 'messages'> & {
  at: Date;
  finishedAt: Date | null;
  total: number;
  steps: (Omit<Item['steps'][number], 'mayRetry'> & { dueAt: string | null; message: number | null })[] | null;
};

/** What rules did in a conversation, for the panel beside it, in one call. @throws AppError `not_found` */
export async function listConversationFirings({ db, actor }: Context, idOrKey: string): Promise<ConversationFirings> {
  permit(actor, 'log.read');
  const { id } = await findConversation(db, actor, idOrKey);
  const rows = await db.query<Row>(
    `select f.id, jsonb_build_object('id', f.rule_id, 'name', f.rule_name, 'family', f.family) as rule,
        jsonb_build_object('id', f.event_id, 'type', coalesce(e.type, '')) as event, f.state as outcome, f.reason,
        f.created_at as at, f.finished_at as "finishedAt", count(*) over ()::int as total,
        (select jsonb_agg(jsonb_build_object('step', s.step, 'action', s.action, 'state', s.state,
            'error', coalesce(s.error ->> 'code', s.error ->> 'reason'), 'message', m.seq,
            'dueAt', case when s.state = 'waiting' then s.due_at end) order by s.step)
          from firing_steps s left join messages m
            on m.account_id = s.account_id and m.origin_firing = s.firing_id and m.origin_step = s.step
          where s.account_id = f.account_id and s.firing_id = f.id) as steps
      from firings f left join events e on e.account_id = f.account_id and e.id = f.event_id
      where f.account_id = $1 and f.conversation_id = $2 order by f.id desc limit ${MOST}`,
    [actor.accountId, id],
  );
  const mayRetry = may(actor, 'log.retry');
  return { total: rows[0]?.total ?? 0, items: rows.map((row) => present(row, mayRetry)) };
}

function present({ total: _, at, finishedAt, steps, ...row }: Row, mayRetry: boolean): Item {
  const all = steps ?? [];
  const due = all.find(({ dueAt }) => dueAt !== null)?.dueAt;
  return {
    ...row,
    at: iso(at),
    finishedAt: isoOrNull(finishedAt),
    dueAt: due ? iso(new Date(due)) : null,
    messages: all.flatMap(({ message }) => message ?? []),
    steps: all.map(({ dueAt: __, message: ___, ...step }) => ({
      ...step,
      mayRetry: mayRetry && step.state === 'failed',
    })),
  };
}
