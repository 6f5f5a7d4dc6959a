/** All actions, found by family and id: apart from the other definitions, which a page that only names actions never loads. */
import type { ActionDefinition } from '../definition';
import { FAMILIES, type Family } from '../value';
import { triggerActions } from './triggers';
import { workflowActions } from './workflows';

export const actions: readonly ActionDefinition[] = [...triggerActions, ...workflowActions];

/** Two families may use one id for actions of their own. */
const byFamily: ReadonlyMap<Family, ReadonlyMap<string, ActionDefinition>> = new Map(
  FAMILIES.map((family) => [
    family,
    new Map(actions.filter(({ families }) => families.includes(family)).map((action) => [action.id, action])),
  ]),
);

export const actionOf = (family: Family, id: string): ActionDefinition | undefined => byFamily.get(family)?.get(id);
