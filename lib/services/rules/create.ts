import { uuidV7 } from '@/db/uuid-v7';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { refuseTooManyActive } from './activation';
import { changeRules } from './change-rules';
import { type RuleFamily, WRITE } from './family';
import { refuseTakenName } from './names';
import { loadReferences, normaliseReferences } from './references';
import { nextPosition, storeRule } from './write';

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
    const rule = withKeys(settings, await loadReferences(tx, accountId));
    const id = uuidV7();
    await refuseTakenName(tx, accountId, { id, family: family.family, name: rule.name });
    await refuseTooManyActive(change, family, rule.active ? 1 : 0);
    const position = await nextPosition(change, family.family);
    const row = await storeRule(change, family, context, { ...rule, id, version: 1, position, broken: null });
    const answer = family.answer(row);
    await record(tx, context.actor, { kind: family.kind, id, name: row.name, verb: 'created', after: answer });
    return answer;
  });
}

/** The settings with every reference by key. @throws AppError `invalid` */
export function withKeys<
  S extends { channels: string[]; body: { when: Parameters<typeof normaliseReferences>[0]['when'] } },
>(settings: S, references: Awaited<ReturnType<typeof loadReferences>>): S {
  const { when, channels } = normaliseReferences({ when: settings.body.when, channels: settings.channels }, references);
  return { ...settings, channels: [...channels], body: { ...settings.body, when } };
}
