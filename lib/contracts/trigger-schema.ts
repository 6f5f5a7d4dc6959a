import { LIMITS } from '@/lib/engine/limits';
import { bodySchema, type Label, type Schema } from '@/lib/engine/validation/json-schema';
import type { RuleMessages } from '@/lib/engine/words';

type Labels = Pick<RuleMessages, 'event'> &
  Readonly<Record<'field' | 'operator' | 'action', Readonly<Record<string, string>>>>;

/**
 * JSON Schema (2020-12) of a trigger as the developer view, import and the API take it. Ids carry their labels when
 * `messages` (`messages.rules` of a language) are given; with an `event` only its fields are offered.
 */
export function triggerJsonSchema({ messages, event }: { messages?: Labels; event?: string } = {}): Schema {
  const label: Label | undefined = messages && ((kind, id) => messages[kind][id] ?? id);
  const { properties, $defs } = bodySchema('trigger', label, event);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: LIMITS.nameLength },
      description: { type: 'string', maxLength: LIMITS.descriptionLength },
      active: { type: 'boolean' },
      oncePerTicket: { type: 'boolean' },
      channels: { type: 'array', maxItems: 200, items: { type: 'string', minLength: 1, maxLength: 64 } },
      ...properties,
    },
    required: ['name', 'on', 'when', 'do'],
    additionalProperties: false,
    $defs,
  };
}
