import { uuidV7 } from '@/db/uuid-v7';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { refuseTooMany, refuseTooManyActive } from './activation';
import { changeRules } from './change-rules';
import { type RuleFamily, type RuleSettings, WRITE } from './family';
import { refuseTakenName } from './names';
import { loadReferences, normaliseReferences } from './references';
import { takePlace } from './take-place';
import { storeRule } from './write';

/** @throws AppError `forbidden`, `invalid`, `name_taken`, `limit_exceeded` */
export async function createRule<A extends object>(
  family: RuleFamily<A>,
  context: Context,
  input: unknown,
): Promise<A> {
  permit(context.actor, WRITE);
  const settings = family.parse(input);
  return changeRules(context, async (change) => {
    const { tx, accountId } = change;
    const rule = withKeys(family, settings, await loadReferences(tx, accountId));
    const id = uuidV7();
    await refuseTakenName(tx, accountId, { id, family: family.family, name: rule.name });
    await family.check?.(tx, accountId, rule);
    await refuseTooMany(change, family, 1);
    await refuseTooManyActive(change, family, rule.active ? 1 : 0);
    const position = await takePlace(change, family.family, id, settings.position);
    const row = await storeRule(change, family, context, { ...rule, id, version: 1, position, broken: null });
    const answer = family.answer(row);
    await record(tx, context.actor, { kind: family.kind, id, name: row.name, verb: 'created', after: answer });
    return answer;
  });
}

/** The settings with every reference by key. @throws AppError `invalid` */
export function withKeys(
  { family }: Pick<RuleFamily, 'family'>,
  settings: RuleSettings,
  references: Awaited<ReturnType<typeof loadReferences>>,
): RuleSettings {
  const { body, channels } = normaliseReferences(family, settings, references);
  return { ...settings, channels: [...channels], body };
}
