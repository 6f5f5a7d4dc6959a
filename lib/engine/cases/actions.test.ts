import { describe, expect, it } from 'vitest';
import { actionsFor } from '../registry';
import { checkActions } from '../validation/action';
import { IssueList } from '../validation/issues';
import triggerTable from './actions.json';
import workflowTable from './workflow-actions.json';

type Case = { about: string; action: Record<string, unknown>; issues: string[] };

const tables: Readonly<Record<'trigger' | 'workflow', readonly Case[]>> = {
  trigger: triggerTable,
  workflow: workflowTable,
};

describe.each(['trigger', 'workflow'] as const)('actions of a %s', (family) => {
  const cases = tables[family];
  const definitions = actionsFor(family);

  it.each(cases)('$about', ({ action, issues }) => {
    const list = new IssueList();
    checkActions(family, [action], 'do', list);
    expect(list.issues.map(({ path, code }) => `${path.replace(/^do\[0\]\.?/, '')} ${code}`)).toEqual(issues);
  });

  it('have cases that are accepted and cases that are refused, every one of them', () => {
    const lacking = definitions.filter(({ id }) => {
      const own = cases.filter(({ action }) => action.action === id);
      return !own.some(({ issues }) => issues.length === 0) || !own.some(({ issues }) => issues.length > 0);
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it('have a case for every parameter', () => {
    const lacking = definitions.flatMap(({ id, parameters }) =>
      parameters
        .filter(({ name }) => !cases.some(({ action }) => action.action === id && action[name] !== undefined))
        .map(({ name }) => `${id}.${name}`),
    );
    expect(lacking).toEqual([]);
  });
});
