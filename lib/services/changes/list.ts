import { uuidV7At } from '@/db/uuid-v7';
import { invalid } from '@/lib/contracts/app-error';
import type { Change, ChangeQuery } from '@/lib/contracts/change';
import type { Slice } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso } from '../search-pattern';

type Row = {
  id: string;
  at: Date;
  actorKind: Change['actor']['kind'];
  actorId: string | null;
  actorName: string;
  kind: string;
  subjectId: string;
  subjectName: string;
  verb: string;
  before: unknown;
  after: unknown;
};

/** Newest first; the cursor is the last id (ids are in order of time). @throws AppError `forbidden`, `invalid` */
export async function listChanges({ db, actor }: Context, query: ChangeQuery): Promise<Slice<Change>> {
  permit(actor, 'changes.read');
  if (query.cursor !== undefined && !isUuid(query.cursor)) throw invalid('cursor', 'bad_cursor');
  const rows = await db.query<Row>(
    `select id, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", entity_kind as kind,
        entity_id as "subjectId", entity_name as "subjectName", verb, before, after
       from changes where account_id = $1 and ($2::uuid is null or id < $2::uuid)
        and ($3::text is null or entity_kind = $3) and ($4::text is null or entity_id = $4)
        and ($5::text is null or coalesce(actor_id, 'system') = $5) and ($6::text is null or verb = $6)
        and ($7::uuid is null or id >= $7::uuid) and ($8::uuid is null or id < $8::uuid)
      order by id desc limit $9`,
    [
      actor.accountId,
      query.cursor ?? null,
      query.kind ?? null,
      query.subject ?? null,
      query.actor ?? null,
      query.verb ?? null,
      boundary(query.from),
      boundary(query.to),
      query.limit + 1,
    ],
  );
  const items = rows.slice(0, query.limit).map(present);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

function boundary(moment: string | undefined): string | null {
  if (moment === undefined) return null;
  // Ids hold 48 bits of milliseconds since 1970.
  return uuidV7At(new Date(Math.max(0, Date.parse(moment))));
}

function present(row: Row): Change {
  return {
    id: row.id,
    at: iso(row.at),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    kind: row.kind,
    subject: { id: row.subjectId, name: row.subjectName },
    verb: row.verb,
    before: row.before,
    after: row.after,
  };
}
