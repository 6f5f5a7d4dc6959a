import { describe, expect, it } from 'vitest';
import { issuesOfBody } from './rule-body';

const when = { all: [{ field: 'customer_requesting_conversation', operator: 'is', value: true }] };
const act = [
  { action: 'wait', seconds: 5 },
  { action: 'send_message', sender: 'Customer Service', text: 'Hello @customer_name' },
];
const body = { on: 'conversation_requested', when, do: act };
const codes = (input: Record<string, unknown>) =>
  issuesOfBody('trigger', { ...body, ...input }).map(({ path, code }) => `${path} ${code}`);
const deep = (levels: number): unknown => (levels === 1 ? when : { all: [deep(levels - 1)] });

describe('a rule body', () => {
  it.each([
    ['the example of the specification', {}, []],
    ['an unknown event', { on: 'page_enter' }, ['on unknown_event']],
    ['no event', { on: undefined }, ['on required']],
    ['three levels of groups', { when: deep(3) }, []],
    ['four levels of groups', { when: deep(4) }, ['when.all[0].all[0].all[0] too_deep']],
    ['an empty group', { when: { all: [] } }, ['when.all empty_group']],
    ['two combinators', { when: { ...when, any: when.all } }, ['when one_combinator']],
    [
      'an unknown field',
      { when: { all: [{ field: 'x', operator: 'is', value: 1 }] } },
      ['when.all[0].field unknown_field'],
    ],
    [
      'a field of another event',
      { when: { all: [{ field: 'initial_routing', operator: 'is', value: true }] } },
      ['when.all[0].field field_not_on_event'],
    ],
    [
      'an operator of another type',
      { when: { all: [{ field: 'customer_name', operator: 'less_than', value: 1 }] } },
      ['when.all[0].operator unknown_operator'],
    ],
    [
      'an empty needle',
      { when: { all: [{ field: 'customer_name', operator: 'contains', value: '' }] } },
      ['when.all[0].value empty_value'],
    ],
    ['an empty name compared', { when: { all: [{ field: 'customer_name', operator: 'is', value: '' }] } }, []],
    [
      'too many conversations',
      { when: { all: [{ field: 'customer_prev_conversations', operator: 'is', value: 32_001 }] } },
      ['when.all[0].value too_high'],
    ],
    [
      'beyond exact integers',
      { when: { all: [{ field: 'queue_size', operator: 'is', value: 2 ** 53 }] } },
      ['when.all[0].value wrong_type'],
    ],
    [
      'a status of no group',
      { when: { all: [{ field: 'group_status', operator: 'is', value: 'online' }] } },
      ['when.all[0].group required'],
    ],
    [
      'a broken pattern',
      { when: { all: [{ field: 'customer_name', operator: 'regex', value: '*a' }] } },
      ['when.all[0].value pattern'],
    ],
    [
      'an unknown key',
      { when: { all: [{ field: 'customer_name', operator: 'is', value: '', x: 1 }] } },
      ['when.all[0].x unknown_key'],
    ],
    ['no action', { do: [] }, ['do too_few']],
    ['a negative wait', { do: [{ action: 'wait', seconds: -5 }] }, ['do[0].seconds too_low']],
    ['a wait of more than a day', { do: [{ action: 'wait', seconds: 86_401 }] }, ['do[0].seconds too_high']],
    ['suspension before the end', { do: [{ action: 'suspend_user' }, ...act] }, ['do[0] must_be_last']],
    ['a message without text', { do: [{ action: 'send_message', sender: 'A' }] }, ['do[0].text required']],
    [
      'more than 64 KB',
      { do: Array.from({ length: 10 }, () => ({ action: 'send_message', sender: 'A', text: 'x'.repeat(7_999) })) },
      [' rule_too_large'],
    ],
    ['null', { when: null, do: 3 }, ['when wrong_type', 'do wrong_type']],
  ])('with %s', (_, input, expected) => {
    expect(codes(input)).toEqual(expected);
  });

  it('says what would be right', () => {
    const [issue] = issuesOfBody('trigger', { ...body, do: [{ action: 'wait', seconds: 0 }] });
    expect(issue).toEqual({ path: 'do[0].seconds', code: 'too_low', params: { minimum: 1 } });
  });
});
