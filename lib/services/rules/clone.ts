import { uuidV7 } from '@/db/uuid-v7';
import type { Language } from '@/lib/contracts/value';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { refuseTooMany } from './activation';
import { changeRules } from './change-rules';
import { type RuleFamily, WRITE } from './family';
import { copyName, namesOf } from './names';
import { readRule } from './rule-row';
import { nextPosition, storeRule } from './write';

/** Stores an inactive copy under the first free name. @throws AppError `forbidden`, `not_found` */
export async function cloneRule<A extends object>(
  family: RuleFamily<A>,
  context: Context,
  id: string,
  language: Language,
): Promise<A> {
  permit(context.actor, WRITE);
  return changeRules(context, async (change) => {
    const { tx, accountId } = change;
    await refuseTooMany(change, family, 1);
    const { name, description, draft, once, channels, body, broken } = await readRule(tx, accountId, family.family, id);
    const taken = await namesOf(tx, accountId, family.family);
    const copy = await storeRule(change, family, context, {
      ...{ id: uuidV7(), name: copyName(name, language, (candidate) => taken.has(candidate)) },
      ...{
        description,
        draft: draft || family.totalLimit !== undefined,
        once,
        channels,
        body,
        broken,
        active: false,
        version: 1,
      },
      position: await nextPosition(change, family.family),
    });
    const answer = family.answer(copy);
    await record(tx, context.actor, {
      kind: family.kind,
      id: copy.id,
      name: copy.name,
      verb: 'created',
      after: answer,
    });
    return answer;
  });
}
