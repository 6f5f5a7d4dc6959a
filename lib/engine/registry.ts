/**
 * All definitions, found by id. With the list of actions this is the only list of modules; everything else asks here
 * and never names an id.
 */
import { actions } from './actions/by-id';
import type {
  EventDefinition,
  FieldDefinition,
  OperatorDefinition,
  PlaceholderDefinition,
  VariableDefinition,
} from './definition';
import { proactiveEvents } from './events/proactive';
import { triggerEvents } from './events/triggers';
import { workflowEvents } from './events/workflows';
import { conversationFields } from './fields/conversation';
import { customerFields } from './fields/customer';
import { dateAndTimeFields } from './fields/date-and-time';
import { onlineStatusFields } from './fields/online-status';
import { queueFields } from './fields/queue';
import { visitFields } from './fields/visit';
import { workflowEventFields } from './fields/workflow-events';
import { workflowTicketFields } from './fields/workflow-ticket';
import { workflowTimeFields } from './fields/workflow-time';
import { equalityOperators } from './operators/equality';
import { numberOperators } from './operators/numbers';
import { pageTextOperators } from './operators/page-text';
import { textOperators } from './operators/text';
import { triggerPlaceholders } from './placeholders/triggers';
import { workflowVariables } from './placeholders/workflows';
import type { Family } from './value';

export { actionOf, actions } from './actions/by-id';

export const events: readonly EventDefinition[] = [...triggerEvents, ...proactiveEvents, ...workflowEvents];
export const fields: readonly FieldDefinition[] = [
  ...dateAndTimeFields,
  ...customerFields,
  ...onlineStatusFields,
  ...conversationFields,
  ...queueFields,
  ...visitFields,
  ...workflowEventFields,
  ...workflowTimeFields,
  ...workflowTicketFields,
];
export const operators: readonly OperatorDefinition[] = [
  ...equalityOperators,
  ...numberOperators,
  ...textOperators,
  ...pageTextOperators,
];
export const placeholders: readonly PlaceholderDefinition[] = [...triggerPlaceholders];
export const variables: readonly VariableDefinition[] = [...workflowVariables];

const eventsById = byId(events);
const fieldsById = byId(fields);
const operatorsById = byId(operators);

export const eventOf = (id: string): EventDefinition | undefined => eventsById.get(id);
export const fieldOf = (id: string): FieldDefinition | undefined => fieldsById.get(id);
export const operatorOf = (id: string): OperatorDefinition | undefined => operatorsById.get(id);

export const eventsFor = (family: Family) => events.filter((event) => event.families.includes(family));
export const actionsFor = (family: Family) => actions.filter((action) => action.families.includes(family));
export const fieldsFor = (family: Family) => fields.filter((field) => field.families.includes(family));

/** The operators a field can be compared with. */
export const operatorsFor = (field: FieldDefinition) =>
  operators.filter((operator) => operator.for.includes(field.type.kind));

/** Whether a condition on the field can ever be satisfied by the event: of the same family, with what it brings. */
export function isAvailable(field: FieldDefinition, event: EventDefinition): boolean {
  if (!field.families.some((family) => event.families.includes(family))) return false;
  return field.needs === undefined || event.provides.includes(field.needs);
}

function byId<T extends { readonly id: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(definitions.map((definition) => [definition.id, definition]));
  if (map.size !== definitions.length) throw new Error('Two definitions share an id');
  return map;
}
