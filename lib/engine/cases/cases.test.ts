import { describe, expect, it } from 'vitest';
import { compileCondition, compileRule } from '../evaluate';
import { explain } from '../explain';
import { placeholdersIn, renderPlaceholders } from '../placeholder-text';
import { fields, operators, operatorsFor, placeholders } from '../registry';
import type { Condition, Group } from '../rule';
import type { Facts } from '../value';
import { verdictOf } from '../verdict';
import conditionTable from './conditions.json';
import groupTable from './groups.json';
import placeholderTable from './placeholders.json';
import workflowConditionTable from './workflow-conditions.json';

// JSON is typed as it stands; the tables hold what the engine takes.
const conditions = [...conditionTable, ...workflowConditionTable] as unknown as {
  about: string;
  condition: Condition;
  cases: { facts: Facts; verdict: string; reason?: string }[];
}[];
const groups = groupTable as unknown as { about: string; when: Group; cases: { facts: Facts; verdict: string }[] }[];
const texts = placeholderTable as unknown as { about: string; text: string; facts: Facts; rendered: string }[];

const labels = {
  boolean: { true: 'True', false: 'False' },
  status: { online: 'Online', away: 'Away', invisible: 'Invisible' },
  sender_type: { agent: 'Agent', customer: 'Customer' },
};

describe('conditions', () => {
  it.each(conditions)('$about', ({ condition, cases }) => {
    for (const { facts, verdict, reason } of cases) {
      const judgement = compileCondition(condition)(facts);
      expect({ facts, verdict: verdictOf(judgement) }).toEqual({ facts, verdict });
      if (reason) expect(judgement).toBe(reason);
    }
  });

  it('every field and every operator of every type of field has a case', () => {
    const covered = new Set(conditions.map(({ condition }) => condition.field));
    expect(fields.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
    const used = new Set(conditions.map(({ condition }) => condition.operator));
    expect(operators.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    for (const { condition } of conditions) {
      const field = fields.find(({ id }) => id === condition.field);
      expect(field && operatorsFor(field).some(({ id }) => id === condition.operator)).toBe(true);
    }
  });

  it('that name what is gone are unknown', () => {
    const gone = new Set(['group:support', 'brand:main']);
    expect(compileCondition({ field: 'group', operator: 'is', value: 'support' }, gone)({ group: 'support' })).toBe(
      'reference_gone',
    );
    expect(compileCondition({ field: 'brand', operator: 'none_of', value: ['second', 'main'] }, gone)({})).toBe(
      'reference_gone',
    );
    expect(
      compileCondition(
        { field: 'group_status', group: 'support', operator: 'is', value: 'online' },
        gone,
      )({ group_status: { support: 'online' } }),
    ).toBe('reference_gone');
    expect(compileCondition({ field: 'group', operator: 'is', value: 'sales' }, gone)({ group: 'sales' })).toBe(true);
  });

  it('that are malformed are unknown, never a quiet no', () => {
    expect(compileCondition({ field: 'nothing', operator: 'is', value: 1 })({})).toBe('malformed');
    expect(compileCondition({ field: 'message', operator: 'less_than', value: 1 })({})).toBe('malformed');
    expect(compileCondition({ field: 'message', operator: 'regex', value: '(' })({ message: '(' })).toBe('malformed');
  });
});

describe('groups', () => {
  it.each(groups)('$about', ({ when, cases }) => {
    for (const { facts, verdict } of cases) {
      expect({ facts, verdict: verdictOf(compileRule({ when })(facts)) }).toEqual({ facts, verdict });
      expect(explain({ when }, facts).verdict).toBe(verdict);
    }
  });

  it('without items are unknown', () => {
    expect(compileRule({ when: { all: [] } })({})).toBe('malformed');
    expect(explain({ when: { none: [] } }, {})).toMatchObject({ verdict: 'unknown', reason: 'malformed' });
  });
});

describe('placeholders', () => {
  it.each(texts)('$about', ({ text, facts, rendered }) => {
    expect(renderPlaceholders(text, facts, labels)).toBe(rendered);
  });

  it('each has a case', () => {
    const covered = new Set(texts.flatMap(({ text }) => placeholdersIn(text)));
    expect(placeholders.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});
