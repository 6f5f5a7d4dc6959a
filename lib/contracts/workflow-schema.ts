import { LIMITS } from '@/lib/engine/limits';
import { bodySchema, type Label, type Schema } from '@/lib/engine/validation/json-schema';
import type { RuleMessages } from '@/lib/engine/words';

type Labels = Pick<RuleMessages, 'event'> &
  Readonly<Record<'field' | 'operator' | 'action', Readonly<Record<string, string>>>>;

/** JSON Schema (2020-12) of a workflow as the developer view, import and the API take it; with labels of a language. */
export function workflowJsonSchema(messages?: Labels): Schema {
  const label: Label | undefined = messages && ((kind, id) => messages[kind][id] ?? id);
  const { properties, $defs } = bodySchema('workflow', label);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: LIMITS.nameLength },
      description: { type: 'string', maxLength: LIMITS.descriptionLength },
      active: { type: 'boolean' },
      position: { type: 'integer', minimum: 1, maximum: 100_000 },
      ...properties,
    },
    required: ['name', 'when', 'do'],
    additionalProperties: false,
    $defs,
  };
}
