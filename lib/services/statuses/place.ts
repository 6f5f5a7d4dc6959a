import type { Queries } from '@/db/client';

/** Puts a status at its place, 1 being the first, the last one without a wish; the others keep their order. */
export async function placeStatus(tx: Queries, accountId: string, id: string, wanted = 10_000): Promise<void> {
  await tx.query(
    `with others as (
      select id, row_number() over (order by position, id) as place from statuses where account_id = $1 and id <> $2),
    wanted as (select least($3::int, (select count(*) from others) + 1) as place)
    update statuses s set position = p.position from (
      select o.id, o.place + case when o.place >= w.place then 1 else 0 end as position from others o, wanted w
      union all select $2::uuid, place from wanted) p
    where s.account_id = $1 and s.id = p.id and s.position <> p.position`,
    [accountId, id, wanted],
  );
}
