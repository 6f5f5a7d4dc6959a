import { parse } from '@/lib/contracts/issues';
import { type Trigger, triggerInput } from '@/lib/contracts/trigger';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { loadReferences, normaliseReferences } from '../rules/references';
import { cancelWaiting, readRule, writeRules } from '../rules/rule-row';
import { checkActivatable, checkActiveCount, checkVersion, withFreeName } from './checks';
import { withWarnings } from './create';
import { present, toWrite } from './present';

/**
 * Replaces a trigger. Runs in progress keep their version; switching it off cancels them.
 * @throws AppError `not_found`, `stale_version` (when `expected` is no longer the version that stands), `invalid`, `name_taken`
 */
export async function updateTrigger(context: Context, id: string, input: unknown, expected?: number): Promise<Trigger> {
  permit(context.actor, 'rules.write');
  const { version, ...given } = parse(triggerInput, input);
  return withFreeName(given.name, () =>
    changeRules(context, async (change) => {
      const { tx, accountId } = change;
      const before = await readRule(tx, accountId, 'trigger', id);
      checkVersion(before, expected ?? version);
      const {
        oncePerTicket,
        on,
        when,
        do: actions,
        ...rest
      } = normaliseReferences(given, await loadReferences(tx, accountId));
      const body = { on, when, do: actions };
      if (rest.active) checkActivatable({ name: rest.name, body, broken: null });
      if (rest.active && !before.active) await checkActiveCount(tx, accountId, 1);
      const { position } = before;
      const row = toWrite({
        ...rest,
        id,
        position,
        once: oncePerTicket,
        version: before.version + 1,
        body,
        broken: null,
      });
      await writeRules(change, 'trigger', [row], context.actor);
      if (before.active && !rest.active) await cancelWaiting(change, [id], 'rule_deactivated', context.actor.name);
      const after = present(await readRule(tx, accountId, 'trigger', id));
      await record(tx, context.actor, {
        kind: 'trigger',
        id,
        name: after.name,
        verb: 'updated',
        before: present(before),
        after,
      });
      return withWarnings(after, body);
    }),
  );
}
