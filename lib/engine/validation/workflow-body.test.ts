import { describe, expect, it } from 'vitest';
import { issuesOfBody } from './rule-body';

type Conditions = readonly Record<string, unknown>[];
const act = [{ action: 'add_tag', tag: 'late' }];
const codes = (all: Conditions, more: Record<string, unknown> = {}) =>
  issuesOfBody('workflow', { when: { all }, do: act, ...more }).map(({ path, code }) => `${path} ${code}`);
const is = (field: string, value?: unknown) => ({ field, operator: 'is', ...(value !== undefined && { value }) });
const isNot = (field: string, value?: unknown) => ({ ...is(field, value), operator: 'is_not' });

describe('a workflow', () => {
  it('is accepted as the specification writes it', () => {
    const when = {
      all: [
        { field: 'response_status', operator: 'is', value: 'not_replied' },
        { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } },
        { field: 'source', operator: 'none_of', value: ['allegro_discussions'] },
      ],
    };
    const actions = [
      { action: 'send_email', to: 'lead@example.org', subject: 'Waiting: {{ ticket_id }}', text: '{{ ticket_url }}' },
      { action: 'add_tag', tag: 'late' },
    ];
    expect(issuesOfBody('workflow', { when, do: actions })).toEqual([]);
  });

  it.each<[string, Conditions, string[]]>([
    ['no condition', [], ['when.all empty_group']],
    ['an event condition alone', [is('new_message')], []],
    ['days and hours', [is('weekday', [0, 4]), is('time', { from: '22:00', to: '06:00' })], []],
    ['working hours', [is('working_hours', { agent: 'ada', state: 'inside' })], []],
    ['a group', [{ any: [is('source', 'api')] }], ['when.all[0] no_groups']],
    ['a field of triggers', [is('queue_size', 3)], ['when.all[0].field unknown_field']],
    ['a day that is none', [is('weekday', [7])], ['when.all[0].value[0] too_high']],
    ['a time that is none', [is('time', { from: '25:00', to: '06:00' })], ['when.all[0].value.from bad_format']],
    ['an empty range', [is('time', { from: '06:00', to: '06:00' })], ['when.all[0].value.to same_time']],
    ['half a range', [is('time', { from: '06:00' })], ['when.all[0].value.to required']],
    ['no list at all', [is('source', [])], ['when.all[0].value too_few']],
    ['a status nobody has', [is('ticket_status', 'waiting')], ['when.all[0].value not_one_of']],
    ['an empty phrase', [is('subject_contains', ['a', ' '])], ['when.all[0].value[1] empty_value']],
    ['no address', [is('email', 'ada')], ['when.all[0].value bad_format']],
    [
      'an amount of nothing',
      [{ field: 'ticket_created', operator: 'more_than', value: { amount: 0, unit: 'hours' } }],
      ['when.all[0].value.amount too_low'],
    ],
    [
      'a unit nobody knows',
      [{ field: 'ticket_created', operator: 'less_than', value: { amount: 1, unit: 'weeks' } }],
      ['when.all[0].value.unit not_one_of'],
    ],
    [
      'more than ten years',
      [{ field: 'ticket_created', operator: 'more_than', value: { amount: 3_651, unit: 'days' } }],
      ['when.all[0].value.amount too_long_ago'],
    ],
    ['nobody’s hours', [is('working_hours', { state: 'inside' })], ['when.all[0].value.agent required']],
    [
      'hours beside the value',
      [{ ...is('working_hours', 'inside'), agent: 'ada' }],
      ['when.all[0].agent unknown_key', 'when.all[0].value wrong_type'],
    ],
    ['a message that does not come', [isNot('new_message')], ['when.all[0].operator not_negatable']],
    ['no ticket of any kind', [isNot('new_ticket')], ['when.all[0].value not_negatable']],
    ['a ticket, but not by an employee', [isNot('new_ticket', 'employee')], []],
    ['a value where none belongs', [is('new_message', 'hello')], ['when.all[0].value takes_no_value']],
  ])('with %s', (_, all, expected) => {
    expect(codes(all)).toEqual(expected);
  });

  const refused = ['when.all[1].field never_together'];
  it.each<[string, Conditions, string[]]>([
    ['a new ticket and its message', [is('new_ticket'), is('message_contains', ['a'])], []],
    [
      'a new ticket by a message and the first message',
      [is('new_ticket', 'incoming_message'), is('action', 'first_message')],
      [],
    ],
    ['a ticket by an employee and a message', [is('new_ticket', 'employee'), is('new_message')], refused],
    ['not by an employee and a message', [isNot('new_ticket', 'employee'), is('new_message')], []],
    ['not by a message and a message', [isNot('new_ticket', 'incoming_message'), is('new_message')], refused],
    ['a return that makes a ticket', [is('new_ticket'), is('action', 'return_created')], []],
    ['a return and a message', [is('action', 'return_created'), is('new_message')], refused],
    ['no return and a message', [isNot('action', 'return_created'), is('new_message')], []],
    [
      'a first message and not every message',
      [is('action', 'first_message'), isNot('action', 'every_message')],
      refused,
    ],
    ['a tag and a message', [is('tag_added', ['vip']), is('new_message')], refused],
    ['a tag and a status', [is('tag_added', ['vip']), is('status_set', ['open'])], refused],
    ['a status and a new ticket', [is('status_set', ['open']), is('new_ticket')], refused],
    ['two tags', [is('tag_added', ['vip']), is('tag_added', ['late'])], []],
    ['two statuses', [is('status_set', 'open'), is('status_set', 'solved')], ['when.all[1].value never_together']],
    [
      'a status and not that status',
      [is('status_set', ['open']), isNot('status_set', ['open'])],
      ['when.all[1].value never_together'],
    ],
    ['one of two statuses, not the other', [is('status_set', ['open', 'solved']), isNot('status_set', 'open')], []],
  ])('that waits for %s', (_, all, expected) => {
    expect(codes(all)).toEqual(expected);
  });

  it('needs an action', () => {
    expect(codes([is('new_message')], { do: [] })).toEqual(['do too_few']);
    expect(codes([is('new_message')], { do: [{ action: 'wait', seconds: 5 }] })).toEqual([
      'do[0].action unknown_action',
    ]);
  });

  it.each([
    [{ any: [is('new_message')] }, ['when.any unknown_key', 'when one_combinator']],
    [null, ['when wrong_type']],
    [undefined, ['when required']],
    [{ all: 'x' }, ['when.all wrong_type']],
    [
      { all: [null, { field: 5, operator: {}, value: [[]] }] },
      ['when.all[0] wrong_type', 'when.all[1].field wrong_type'],
    ],
  ])('is no %j', (when, expected) => {
    expect(issuesOfBody('workflow', { when, do: act }).map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });
});
