import { describe, expect, it } from 'vitest';
import { variables } from '../registry';
import type { VariableState } from '../state/variable-state';
import { issuesOfText, variablesIn } from './check-text';
import { renderText } from './render-text';

const state: VariableState = {
  now: new Date('2026-10-25T00:30:00Z'),
  ticket: { number: 1042, url: 'https://desk.example.org/workspace/1042' },
  customer: { name: 'Ada {{ ticket_id }} {% raw %}', email: 'ada@example.org' },
  agent: { name: 'Lea van Dam', email: 'lea@example.org' },
};
const paris = { timeZone: 'Europe/Paris', locale: 'en' };
const render = (text: string, given: Partial<VariableState> = {}, reader = paris) =>
  renderText(text, { ...state, ...given }, reader);

describe('texts in Liquid', () => {
  it.each([
    ['{{ ticket_id }} {{ ticket_url }}', '1042 https://desk.example.org/workspace/1042'],
    ['{{ customer_email }}', 'ada@example.org'],
    ['{{assigned_agent_first_name}}|{{ assigned_agent_last_name }}', 'Lea|van Dam'],
    ['{{ assigned_agent_full_name }} <{{ assigned_agent_email }}>', 'Lea van Dam <lea@example.org>'],
    ['{{ current_date_time }}', 'October 25, 2026 at 2:30 AM'],
    ['{{ current_date_time | date: "%Y-%m-%d %H:%M" }}', '2026-10-25 02:30'],
    ['{% if ticket_id > 1000 %}big{% else %}small{% endif %}', 'big'],
    ['no braces, no work', 'no braces, no work'],
    ['{% for i in (1..3) %}{{ i }}{% endfor %}', '123'],
  ])('%s', (text, expected) => {
    expect(render(text)).toEqual({ text: expected, missing: [] });
  });

  it('takes values as data, whatever they contain', () => {
    expect(render('Dear {{ customer_name }}').text).toBe('Dear Ada {{ ticket_id }} {% raw %}');
    expect(render('{{ customer_name | append: "{{ ticket_id }}" }}').text).toBe(
      'Ada {{ ticket_id }} {% raw %}{{ ticket_id }}',
    );
  });

  it('writes nothing where there is no value, and tells', () => {
    expect(render('Hello {{ customer_name }}!', { customer: { name: null, email: null } })).toEqual({
      text: 'Hello !',
      missing: ['customer_name'],
    });
    expect(render('{{ assigned_agent_first_name | default: "we" }} {{ ticket_id }}', { agent: null })).toEqual({
      text: 'we 1042',
      missing: ['assigned_agent_first_name'],
    });
  });

  it('writes moments as the reader does, in the account’s zone', () => {
    const text = '{{ current_date_time }}';
    expect(render(text, {}, { timeZone: 'Europe/Paris', locale: 'fr' }).text).toBe('25 octobre 2026 à 02:30');
    expect(render(text, {}, { timeZone: 'America/New_York', locale: 'en-GB' }).text).toBe('24 October 2026 at 20:30');
  });

  it('knows its variables', () => {
    for (const { id } of variables) expect(issuesOfText(`{{ ${id} }}`, 'text')).toEqual([]);
    expect(variables).toHaveLength(9);
    expect(variablesIn('{{ ticket_id }} {{ customer_name | default: customer_email }}').sort()).toEqual([
      'customer_email',
      'customer_name',
      'ticket_id',
    ]);
  });

  it.each([
    ['{{ customer_nam }}', 'unknown_variable customer_nam'],
    ['{{ customer_name.email }}', 'unknown_variable customer_name.email'],
    ['{{ customer_name["x"] }}', 'unknown_variable customer_name.x'],
    ['{{ ticket_id | default: nobody }}', 'unknown_variable nobody'],
    ['{% if vip %}x{% endif %}', 'unknown_variable vip'],
    ['{% assign x = 1 %}{{ x }} {{ y }}', 'unknown_variable y'],
    ['{{ ticket_id', 'liquid'],
    ['{% if ticket_id %}', 'liquid'],
    ['{{ ticket_id | upcaes }}', 'liquid'],
    ['{% include "secret" %}', 'liquid'],
    ['{% render "secret" %}', 'liquid'],
    ['{{ customer_name | where_exp: "x", customer_name }}', 'liquid'],
  ])('refuses %s', (text, expected) => {
    const [issue, ...more] = issuesOfText(text, 'do[0].text');
    expect(more).toEqual([]);
    expect(issue?.path).toBe('do[0].text');
    expect(`${issue?.code} ${issue?.params?.name ?? ''}`.trim()).toBe(expected);
  });

  it('allows locals, loops and sizes', () => {
    const text = '{% assign x = customer_name.size %}{% for i in (1..x) %}{{ forloop.index }}{% endfor %}';
    expect(issuesOfText(text, 'text')).toEqual([]);
  });

  it('stops what costs too much', () => {
    const loop = '{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}';
    expect(() => render(loop)).toThrow();
  });
});
