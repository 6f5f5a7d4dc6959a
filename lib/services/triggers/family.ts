import { parse } from '@/lib/contracts/issues';
import { type Trigger, triggerInput } from '@/lib/contracts/trigger';
import { LIMITS } from '@/lib/engine/limits';
import { warningsOf } from '@/lib/engine/validation/warnings';
import type { RuleFamily } from '../rules/family';

/** What triggers add to the verbs that all families share. */
export const triggers: RuleFamily<Trigger> = {
  family: 'trigger',
  kind: 'trigger',
  activeLimit: LIMITS.activeTriggersPerAccount,
  parse: (input) => {
    const { oncePerTicket, on, when, do: actions, ...settings } = parse(triggerInput, input);
    return { ...settings, once: oncePerTicket, body: { on, when, do: actions } };
  },
  answer: ({ id, version, broken, createdAt, updatedAt, ...row }) => {
    const warnings = warningsOf('trigger', row.body);
    return {
      id,
      ...portable(row),
      version,
      broken,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      ...(warnings.length > 0 && { warnings }),
    };
  },
  portable,
};

type Portable = Pick<Trigger, 'name' | 'description' | 'active' | 'oncePerTicket' | 'channels' | 'on' | 'when' | 'do'>;

function portable(
  row: Pick<Parameters<RuleFamily['portable']>[0], 'name' | 'description' | 'active' | 'once' | 'channels' | 'body'>,
): Portable {
  const { name, description, active, once, channels, body } = row;
  // Plain JSON on both sides; the contract describes the body more loosely.
  const { on, when, do: actions } = body as unknown as Pick<Trigger, 'on' | 'when' | 'do'>;
  return { name, description, active, oncePerTicket: once, channels, on, when, do: actions };
}
