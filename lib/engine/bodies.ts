/**
 * What the body of a family's rules holds beside conditions and actions: what is wrong with it, what it names, and the
 * same body with what it names renamed. Families without an entry have nothing of their own.
 */
import { issuesOfMessage } from './proactive/issues';
import { type Named, referencesInMessage, renameInMessage } from './proactive/references';
import { type RuleReference, referencesIn, referencesOfActions, renameInActions, renameReferences } from './references';
import type { Action, Group } from './rule';
import type { RuleIssue } from './validation/issues';
import { issuesOfBody } from './validation/rule-body';
import { issuesOfWorkflow } from './validation/workflow';
import type { Family, ReferenceKind } from './value';

type Body = { readonly when: Group } & Named;
type Rename = (kind: ReferenceKind, key: string) => string;

interface OwnParts {
  issues(body: Readonly<Record<string, unknown>>): RuleIssue[];
  references(body: Body): RuleReference[];
  rename<B extends Body>(body: B, rename: Rename): B;
}

const OWN: { readonly [family in Family]?: OwnParts } = {
  proactive: { issues: issuesOfMessage, references: referencesInMessage, rename: renameInMessage },
  workflow: {
    issues: issuesOfWorkflow,
    references: (body) => referencesOfActions('workflow', actionsIn(body)),
    rename: (body, rename) => ({ ...body, do: renameInActions('workflow', actionsIn(body), rename) }),
  },
};

/** A stored body is plain JSON. */
function actionsIn(body: object): readonly Action[] {
  const actions: unknown = Reflect.get(body, 'do');
  return Array.isArray(actions) ? (actions as Action[]) : [];
}

/** What keeps the rule from being active; empty when it may run. */
export function issuesOfRule(family: Family, body: object): RuleIssue[] {
  // A stored body is plain JSON.
  return OWN[family]?.issues(body as Readonly<Record<string, unknown>>) ?? issuesOfBody(family, body);
}

/** Everything that the rule names. */
export function referencesOfRule(family: Family, body: Body): RuleReference[] {
  return [...referencesIn(body.when), ...(OWN[family]?.references(body) ?? [])];
}

export function renameInRule<B extends Body>(family: Family, body: B, rename: Rename): B {
  const renamed = { ...body, when: renameReferences(body.when, rename) };
  return OWN[family]?.rename(renamed, rename) ?? renamed;
}
