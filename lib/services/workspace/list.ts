import { invalid } from '@/lib/contracts/app-error';
import { isUuid } from '@/lib/contracts/value';
import type { WorkspaceListQuery, WorkspaceSlice } from '@/lib/contracts/workspace';
import { fold } from '@/lib/engine/fold';
import type { Context } from '../context';
import { visible, visibleTo } from '../conversations/find';
import { readCursor, writeCursor } from '../cursor';
import { permit } from '../permit';
import { presentRow, ROW_COLUMNS, type RowAnswer, rowFrom } from './rows';
import { ORDERS, type Order, VIEWS } from './views';

const FIXED = 5;

/** Conversations of a view, filtered and searched, a part at a time. @throws AppError `invalid` for the cursor */
export async function listWorkspace({ db, actor }: Context, query: WorkspaceListQuery): Promise<WorkspaceSlice> {
  permit(actor, 'conversations.read');
  const order = ORDERS[query.view];
  const filters = [...beyondCursor(order, query.cursor), ...filtersOf(query)];
  if (query.view === 'mine') filters.push([VIEWS.mine.replace('$me', '$?::text'), actor.agent?.key ?? '']);
  const used = filters.filter(([, value]) => value !== undefined);
  const where = used.map(([condition], index) => ` and ${condition.replaceAll('$?', `$${index + FIXED}`)}`).join('');
  const view = query.view === 'mine' ? '' : ` and ${VIEWS[query.view]}`;
  const sort = order.moment === null ? '' : `${order.moment} ${order.direction}, `;
  const by = `order by ${sort}c.id ${order.direction}`;
  // Chosen before anything is joined: a search may have to look at very many.
  const chosen = `(select c.* from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id
    where c.account_id = $1 and ${visible(3)}${view}${where} ${by} limit $4)`;
  const rows = await db.query<RowAnswer>(`select ${ROW_COLUMNS} from ${rowFrom(chosen)} ${by}`, [
    actor.accountId,
    actor.agent?.id ?? null,
    visibleTo(actor),
    query.limit + 1,
    ...used.map(([, value]) => value),
  ]);
  const items = rows.slice(0, query.limit).map(presentRow);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  const moment = last && order.of(last);
  return { items, next: last ? writeCursor(moment === undefined ? [last.id] : [moment, last.id]) : null };
}

type Filter = [condition: string, value: unknown];

function beyondCursor({ moment, direction }: Order, cursor: string | undefined): Filter[] {
  const parts = readCursor(cursor, moment === null ? 1 : 2);
  if (!parts) return [];
  const id = parts.at(-1) ?? '';
  const at = moment === null ? undefined : new Date(parts[0] ?? '').toISOString();
  if (!isUuid(id) || (at !== undefined && !/^\d{4}-/.test(at))) throw invalid('cursor', 'bad_cursor');
  const beyond = direction === 'asc' ? '>' : '<';
  if (at === undefined) return [[`c.id ${beyond} $?::uuid`, id]];
  const both = JSON.stringify([at, id]);
  const text = '$?::text::jsonb';
  return [[`(${moment}, c.id) ${beyond} ((${text} ->> 0)::timestamptz, (${text} ->> 1)::uuid)`, both]];
}

function filtersOf(query: WorkspaceListQuery): Filter[] {
  const search = query.search?.trim();
  const pattern = search ? `%${fold(search).replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const number = search && /^#?\d{1,15}$/.test(search) ? Number(search.replace('#', '')) : undefined;
  const texts = ["coalesce(u.name, '')", "coalesce(u.email, '')", 'c.ext_id', 'u.ext_id'];
  const found = texts.map((text) => `lower(${text}) like $?`).join(' or ');
  return [
    ['c.group_key = $?', query.group],
    ['c.channel_key = $?', query.channel],
    ['$? = any(c.tags)', query.tag],
    ['c.assignee_key = $?', query.assignee],
    ['c.status = $?', query.status],
    [`(${number === undefined ? '' : `c.number = ${number} or `}${found})`, pattern],
  ];
}
