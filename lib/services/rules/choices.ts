import { isUuid } from '@/lib/contracts/value';
import type { Schedule } from '@/lib/engine/hours/schedule';
import { fields } from '@/lib/engine/registry';
import type { ReferenceKind } from '@/lib/engine/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ } from './family';
import { firedDays } from './fired-days';
import { copyName, namesOf } from './names';
import { loadReferences } from './references';
import type { RuleRow } from './rule-row';

export interface Choice {
  key: string;
  name: string;
  active: boolean;
}

/** What rules of an account can name, for the editor's menus. Tags are those in use, most used first. */
export interface RuleChoices {
  byKind: Partial<Record<ReferenceKind, Choice[]>>;
  /** Keys of the channels that rules on messaging run on. */
  messaging: string[];
  tags: string[];
  /** By id of a field that takes other values than those it declares: what recent tickets have, most used first. */
  seen: Record<string, string[]>;
  /** By connector: what is connected offered last. */
  offered: Record<string, { key: string; name: string }[]>;
  /** What the schedules say, by key: conditions on them are tried in the editor. */
  hours: (Schedule & { key: string })[];
}

/** The channels that rules on messaging run on, by name. @throws AppError `forbidden` */
export function messagingChannels({ db, actor }: Context): Promise<{ key: string; name: string }[]> {
  permit(actor, READ);
  return db.query<{ key: string; name: string }>(
    `select key, name from channels where account_id = $1 and kind in ${MESSAGING_KINDS} order by lower(name), key`,
    [actor.accountId],
  );
}

const MESSAGING_KINDS = `('web', 'mobile', 'api', 'social')`;

/** @throws AppError `forbidden` */
export async function ruleChoices({ db, actor }: Context): Promise<RuleChoices> {
  permit(actor, READ);
  const [references, messaging, tags, seen, hours, offered] = await Promise.all([
    loadReferences(db, actor.accountId),
    messagingChannels({ db, actor }),
    db.query<{ tag: string }>(
      `select tag from (select tags from conversations where account_id = $1 and tags <> '{}' order by id desc limit 2000) c,
        unnest(c.tags) as tag group by tag order by count(*) desc, tag limit 100`,
      [actor.accountId],
    ),
    db.query<{ field: string; value: string }>(
      `select s.field, s.value from (select source, allegro_account from conversations where account_id = $1 order by id desc limit 2000) c,
        lateral (values ('source', c.source), ('allegro_account', c.allegro_account)) as s(field, value)
        where s.value is not null group by s.field, s.value order by count(*) desc, s.value limit 200`,
      [actor.accountId],
    ),
    db.query<Record<string, unknown> & Schedule & { key: string }>(
      'select key, time_zone as "timeZone", intervals, holidays from schedules where account_id = $1 order by lower(name) limit 200',
      [actor.accountId],
    ),
    db.query<{ kind: string; items: { id: string; name: string }[] }>(
      `select kind, state -> 'offered' -> 'items' as items from integrations
        where account_id = $1 and active and jsonb_typeof(state -> 'offered' -> 'items') = 'array' order by created_at desc, id desc`,
      [actor.accountId],
    ),
  ]);
  const kinds = [...references.byKind].map(([kind, known]) => [
    kind,
    [...known].map(([key, { name, active }]) => ({ key, name, active })),
  ]);
  return {
    byKind: Object.fromEntries(kinds),
    messaging: messaging.map(({ key }) => key),
    tags: tags.map(({ tag }) => tag),
    seen: Object.fromEntries(
      OPEN.map((field) => [field, seen.filter((each) => each.field === field).map(({ value }) => value)]),
    ),
    offered: Object.fromEntries(
      offered.map(({ kind, items }) => [kind, items.map(({ id, name }) => ({ key: id, name }))]),
    ),
    hours,
  };
}

/** Fields whose values are whatever events bring along. */
const OPEN = fields.flatMap(({ id, type }) => (type.kind === 'choice' && type.open ? [id] : []));

/** The name that a copy of a rule would get now: "First Reply (copy)". */
export async function nameOfCopy(
  { db, actor }: Context,
  family: RuleRow['family'],
  name: string,
  language: 'en' | 'fr',
): Promise<string> {
  const taken = await namesOf(db, actor.accountId, family);
  return copyName(name, language, (candidate) => taken.has(candidate));
}

/** How often a rule fired in the last seven days, today included. An id of no rule has fired never. */
export async function firedLately({ db, actor }: Context, id: string): Promise<number> {
  permit(actor, READ);
  if (!isUuid(id)) return 0;
  return (await firedDays(db, actor.accountId, [id])).get(id)?.fired ?? 0;
}
