import { uuidV7 } from '@/db/uuid-v7';
import type { Trigger } from '@/lib/contracts/trigger';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { nextPosition } from '../rules/position';
import { readRule, writeRules } from '../rules/rule-row';
import { freeCopyName } from './names';
import { present, toWrite } from './present';

/** Stores an inactive copy. @throws AppError `not_found` */
export async function cloneTrigger(context: Context, id: string): Promise<Trigger> {
  permit(context.actor, 'rules.write');
  return changeRules(context, async (change) => {
    const { tx, accountId } = change;
    const original = await readRule(tx, accountId, 'trigger', id);
    const name = await freeCopyName(tx, accountId, 'trigger', original.name, await languageOf(tx, context));
    const copy = {
      ...original,
      id: uuidV7(),
      name,
      active: false,
      version: 1,
      position: await nextPosition(tx, accountId, 'trigger'),
    };
    await writeRules(change, 'trigger', [toWrite(copy)], context.actor);
    const stored = present(await readRule(tx, accountId, 'trigger', copy.id));
    await record(tx, context.actor, { kind: 'trigger', id: copy.id, name, verb: 'created', after: stored });
    return stored;
  });
}

/** The actor's language, else the account's. */
export async function languageOf(
  tx: Context['db'] | Parameters<typeof readRule>[0],
  { actor }: Context,
): Promise<'en' | 'fr'> {
  if (actor.language) return actor.language;
  const [row] = await tx.query<{ language: string }>('select language from accounts where id = $1', [actor.accountId]);
  return row?.language === 'fr' ? 'fr' : 'en';
}
