import { bodySchema, type Label, type Schema } from '@/lib/engine/validation/json-schema';
import { messagesFor } from '@/lib/messages/catalogue';

const HOME = '#/components/schemas/Trigger';

/** The rule's parts as components of the OpenAPI document: what `triggerInput` refers to. */
export function ruleComponents(): Record<string, Schema> {
  const words = messagesFor('en').rules;
  const label: Label = (kind, id) => (words[kind] as Readonly<Record<string, string>>)[id] ?? id;
  const { properties, $defs } = bodySchema('trigger', label);
  const parts = {
    TriggerEvent: properties.on,
    TriggerActions: properties.do,
    TriggerCondition: $defs.condition,
    TriggerGroup: $defs.group,
    TriggerAction: $defs.action,
  };
  // References within the rule's own schema lead into the components here.
  const moved = JSON.stringify(parts).replace(/"#\/\$defs\/(\w)(\w*)"/g, (_, first: string, rest: string) =>
    JSON.stringify(`${HOME}${first.toUpperCase()}${rest}`),
  );
  return JSON.parse(moved) as Record<string, Schema>;
}
