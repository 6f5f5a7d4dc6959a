import { describe, expect, it } from 'vitest';
import { actions } from '../registry';
import { checkActions } from '../validation/action';
import { IssueList } from '../validation/issues';
import table from './actions.json';

const cases: readonly { about: string; action: Record<string, unknown>; issues: string[] }[] = table;

describe('actions', () => {
  it.each(cases)('$about', ({ action, issues }) => {
    const list = new IssueList();
    checkActions('trigger', [action], 'do', list);
    expect(list.issues.map(({ path, code }) => `${path.replace(/^do\[0\]\.?/, '')} ${code}`)).toEqual(issues);
  });

  it('have cases that are accepted and cases that are refused, every one of them', () => {
    const lacking = actions.filter(({ id }) => {
      const own = cases.filter(({ action }) => action.action === id);
      return !own.some(({ issues }) => issues.length === 0) || !own.some(({ issues }) => issues.length > 0);
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it('have a case for every parameter', () => {
    const lacking = actions.flatMap(({ id, parameters }) =>
      parameters
        .filter(({ name }) => !cases.some(({ action }) => action.action === id && action[name] !== undefined))
        .map(({ name }) => `${id}.${name}`),
    );
    expect(lacking).toEqual([]);
  });
});
