import type { Context } from '../context';
import { visible, visibleTo } from '../conversations/find';
import { permit } from '../permit';

type Named = { key: string; name: string };

export interface TicketChoices {
  /** In the order in which they are offered. */
  readonly statuses: readonly (Named & { class: 'open' | 'closed'; colour: string })[];
  readonly inboxes: readonly Named[];
  readonly agents: readonly (Named & { active: boolean })[];
}

/** Of the newest tickets, the most used first. */
export interface TicketWords {
  readonly tags: readonly string[];
  readonly sources: readonly string[];
}

const NEWEST = 2_000;
const MOST_WORDS = 200;

/** What tickets are narrowed by and changed to. */
export async function listTicketChoices({ db, actor }: Context): Promise<TicketChoices> {
  permit(actor, 'conversations.read');
  const named = (table: string, more = '', by = 'lower(name)') =>
    db.query<Named & Record<string, unknown>>(
      `select key, name${more} from ${table} where account_id = $1 order by ${by}, key`,
      [actor.accountId],
    );
  return {
    // The columns that were asked for.
    statuses: (await named('statuses', ', class, colour', 'position')) as unknown as TicketChoices['statuses'],
    agents: (await named('agents', ', active')) as unknown as TicketChoices['agents'],
    inboxes: await named('inboxes'),
  };
}

/** Tags and sources that tickets can be narrowed by. */
export async function listTicketWords({ db, actor }: Context): Promise<TicketWords> {
  permit(actor, 'conversations.read');
  const words = await db.query<{ kind: 'tag' | 'source'; word: string }>(
    `with newest as materialized (select c.tags, c.source from conversations c
        where c.account_id = $1 and ${visible(2)} and c.number is not null order by c.number desc limit ${NEWEST})
    (select 'tag' as kind, t.word from newest, unnest(tags) as t(word) group by 2 order by count(*) desc, 2 limit ${MOST_WORDS})
    union all (select 'source', source from newest where source is not null group by 2 order by 2 limit ${MOST_WORDS})`,
    [actor.accountId, visibleTo(actor)],
  );
  const of = (kind: 'tag' | 'source') => words.flatMap((each) => (each.kind === kind ? [each.word] : []));
  return { tags: of('tag'), sources: of('source') };
}
