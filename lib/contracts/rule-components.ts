import { bodySchema, type Label, type Schema } from '@/lib/engine/validation/json-schema';
import { messagesFor } from '@/lib/messages/catalogue';

/** The rule's parts as components of the OpenAPI document: what `triggerInput` refers to. */
export function ruleComponents(): Record<string, Schema> {
  const words = messagesFor('en').rules;
  const label: Label = (kind, id) => (words[kind] as Readonly<Record<string, string>>)[id] ?? id;
  const trigger = bodySchema('trigger', label);
  const proactive = bodySchema('proactive', label);
  const workflow = bodySchema('workflow', label);
  return {
    ...moved('Trigger', {
      TriggerEvent: trigger.properties.on,
      TriggerActions: trigger.properties.do,
      TriggerCondition: trigger.$defs.condition,
      TriggerGroup: trigger.$defs.group,
      TriggerAction: trigger.$defs.action,
    }),
    ...moved('Proactive', {
      ProactiveCondition: proactive.$defs.condition,
      ProactiveGroup: proactive.$defs.group,
    }),
    ...moved('Workflow', {
      WorkflowCondition: workflow.$defs.condition,
      WorkflowConditions: workflow.$defs.group,
      WorkflowActions: workflow.properties.do,
      WorkflowAction: workflow.$defs.action,
    }),
  };
}

/** References within a family's own schema lead into the components here. */
function moved(family: string, parts: Record<string, Schema | undefined>): Record<string, Schema> {
  const text = JSON.stringify(parts).replace(/"#\/\$defs\/(\w)(\w*)"/g, (_, first: string, rest: string) =>
    JSON.stringify(`#/components/schemas/${family}${first.toUpperCase()}${rest}`),
  );
  return JSON.parse(text) as Record<string, Schema>;
}
