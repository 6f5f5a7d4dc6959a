import { uuidV7 } from '@/db/uuid-v7';
import { parse } from '@/lib/contracts/issues';
import { type Trigger, triggerInput } from '@/lib/contracts/trigger';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { nextPosition } from '../rules/position';
import { loadReferences, normaliseReferences } from '../rules/references';
import { readRule, writeRules } from '../rules/rule-row';
import { checkActivatable, checkActiveCount, warningsOf, withFreeName } from './checks';
import { present, toWrite } from './present';

/** Stores a new trigger, inactive unless the input says otherwise. @throws AppError `invalid`, `name_taken`, `limit_exceeded` */
export async function createTrigger(context: Context, input: unknown): Promise<Trigger> {
  permit(context.actor, 'rules.write');
  const { version: _, ...given } = parse(triggerInput, input);
  return withFreeName(given.name, () =>
    changeRules(context, async (change) => {
      const { tx, accountId } = change;
      const {
        oncePerTicket,
        on,
        when,
        do: actions,
        ...rest
      } = normaliseReferences(given, await loadReferences(tx, accountId));
      const body = { on, when, do: actions };
      if (rest.active) {
        checkActivatable({ name: rest.name, body, broken: null });
        await checkActiveCount(tx, accountId, 1);
      }
      const id = uuidV7();
      const position = await nextPosition(tx, accountId, 'trigger');
      const row = toWrite({ ...rest, id, position, once: oncePerTicket, version: 1, body, broken: null });
      await writeRules(change, 'trigger', [row], context.actor);
      const stored = present(await readRule(tx, accountId, 'trigger', id));
      await record(tx, context.actor, { kind: 'trigger', id, name: stored.name, verb: 'created', after: stored });
      return withWarnings(stored, body);
    }),
  );
}

export function withWarnings(trigger: Trigger, body: Parameters<typeof warningsOf>[0]): Trigger {
  const warnings = warningsOf(body);
  return warnings.length > 0 ? { ...trigger, warnings } : trigger;
}
