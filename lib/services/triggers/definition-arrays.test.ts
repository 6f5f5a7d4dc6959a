import { describe, expect, it } from 'vitest';
import { issuesOfBody } from '@/lib/engine/validation/rule-body';
import { convertDefinition } from './definition-arrays';

const definition = (condition: unknown, actions: unknown = [['wait', 5]], event: unknown = 'chat_message') =>
  convertDefinition({ name: 'N', description: 'D', enabled: 1, definition: { event, condition, actions } });
const whenOf = (condition: unknown) => definition(condition).rule.when;
const codes = (condition: unknown, actions?: unknown, event?: unknown) =>
  definition(condition, actions, event).issues.map(
    ({ path, code, params }) => `${path} ${code} ${String(params?.given)}`,
  );
const asks = ['eq', '@visitor_requesting_chat', true];
const requesting = { field: 'customer_requesting_conversation', operator: 'is', value: true };

describe('definition arrays', () => {
  it('are read as the specification shows', () => {
    const { rule, issues } = convertDefinition({
      name: 'First',
      description: '',
      enabled: 0,
      definition: {
        event: 'chat_requested',
        condition: ['and', asks],
        actions: [['sendMessageToVisitor', 'Customer Service', 'Hi']],
      },
    });
    expect(issues).toEqual([]);
    expect(rule).toEqual({
      ...{
        name: 'First',
        description: '',
        active: false,
        oncePerTicket: false,
        channels: [],
        on: 'conversation_requested',
      },
      when: { all: [requesting] },
      do: [{ action: 'send_message', sender: 'Customer Service', text: 'Hi' }],
    });
  });

  it.each([
    ['eq', { operator: 'is' }],
    ['neq', { operator: 'is_not' }],
    ['icontains', { operator: 'contains' }],
    ['contains', { operator: 'contains_case_sensitive' }],
    ['nicontains', { operator: 'not_contains' }],
    ['iregex', { operator: 'regex' }],
    ['regex', { operator: 'regex_case_sensitive' }],
  ])('%s', (operator, expected) => {
    const { rule } = definition(['or', [operator, '@visitor_name', 'Ada']]);
    expect(rule.when).toEqual({ any: [{ field: 'customer_name', value: 'Ada', ...expected }] });
    expect(issuesOfBody('trigger', rule)).toEqual([]);
  });

  it.each([
    ['lt', 'less_than'],
    ['gt', 'greater_than'],
    ['lte', 'less_or_equal'],
    ['gte', 'greater_or_equal'],
  ])('%s, with numbers written as texts', (operator, expected) => {
    expect(whenOf(['and', [operator, '@visitor_previous_chats', '3']])).toEqual({
      all: [{ field: 'customer_prev_conversations', operator: expected, value: 3 }],
    });
  });

  it.each([
    [
      'ncontains is none of contains',
      ['and', ['ncontains', '@message', 'x']],
      { all: [{ none: [{ field: 'message', operator: 'contains_case_sensitive', value: 'x' }] }] },
    ],
    ['a condition alone stands in a group', asks, { all: [requesting] }],
    ['nested groups', ['or', asks, ['not', ['and', asks]]], { any: [requesting, { none: [{ all: [requesting] }] }] }],
    [
      'the visitor sends',
      ['and', ['eq', '@sender_type', 'visitor']],
      { all: [{ field: 'sender_type', operator: 'is', value: 'customer' }] },
    ],
    [
      'flags as numbers',
      ['and', ['eq', '@visitor_served', 0]],
      { all: [{ field: 'customer_served', operator: 'is', value: false }] },
    ],
    [
      'names of today',
      ['and', ['eq', '@customer_email', '']],
      { all: [{ field: 'customer_email', operator: 'is', value: '' }] },
    ],
  ])('%s', (_, condition, expected) => {
    expect(whenOf(condition)).toEqual(expected);
    expect(definition(condition).issues).toEqual([]);
  });

  it('takes "fired before" and the source as settings', () => {
    const { rule, issues } = definition(['and', ['not', ['firedBefore']], ['eq', '@visitor_source_type', 'web'], asks]);
    expect(issues).toEqual([]);
    expect(rule).toMatchObject({ oncePerTicket: true, channels: ['web'], when: { all: [requesting] } });
  });

  it('renames in texts, splits quick replies, and takes the other actions', () => {
    const { rule, issues } = definition(
      ['and', asks],
      [
        ['sendMessageToVisitor', '@visitor_name', 'Hi @visitor_name (@visitor_served), mail@visitor_name', 'Yes/No'],
        ['wait', '5'],
        ['addTag', 'vip'],
        ['removeTag', 'new'],
        ['setTriggered', 1],
      ],
    );
    expect(issues).toEqual([]);
    expect(rule.do).toEqual([
      {
        ...{ action: 'send_message', sender: '@customer_name' },
        ...{ text: 'Hi @customer_name (@customer_served), mail@visitor_name', quickReplies: ['Yes', 'No'] },
      },
      { action: 'wait', seconds: 5 },
      { action: 'add_tags', tags: ['vip'] },
      { action: 'remove_tags', tags: ['new'] },
      { action: 'set_triggered', value: true },
    ]);
  });

  it.each([
    [
      ['and', ['eq', '@visitor_page_url', 'x']],
      undefined,
      undefined,
      ['definition.condition[1] no_counterpart @visitor_page_url'],
    ],
    [['and', ['stillOnPage', 5], asks], undefined, undefined, ['definition.condition[1] no_counterpart stillOnPage']],
    [['and', asks], [['setDepartment', 3]], undefined, ['definition.actions[0] no_counterpart setDepartment']],
    [['and', asks], undefined, 'page_enter', ['definition.event no_counterpart page_enter']],
    [
      ['and', ['or', ['not', ['firedBefore']]]],
      undefined,
      undefined,
      ['definition.condition[1][1][1] no_counterpart firedBefore'],
    ],
    [
      ['and', asks],
      [['sendMessageToVisitor', 'A', 'In @visitor_department']],
      undefined,
      ['definition.actions[0] no_counterpart @visitor_department'],
    ],
    [null, undefined, undefined, ['definition.condition no_counterpart null']],
    [['and', 3], undefined, undefined, ['definition.condition[1] no_counterpart 3']],
    [
      ['and', ['eq', '@group_status', 'online']],
      undefined,
      undefined,
      ['definition.condition[1] no_counterpart @group_status'],
    ],
  ])('lists what has no counterpart: %j', (condition, actions, event, expected) => {
    expect(codes(condition, actions, event)).toEqual(expected);
  });

  it('is not confused by names of objects’ own members', () => {
    expect(codes(['and', ['constructor', '@__proto__', 1]])).toEqual([
      'definition.condition[1] no_counterpart constructor',
    ]);
    expect(codes(['and', ['eq', '@constructor', 1]])).toEqual(['definition.condition[1] no_counterpart @constructor']);
  });
});
