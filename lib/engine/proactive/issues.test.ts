import { describe, expect, it } from 'vitest';
import { issuesOfMessage } from './issues';

/** The example of the specification. */
const whole = {
  brand: 'main',
  channel: 'web',
  on: { event: 'on_page', seconds: 45 },
  when: {
    all: [
      { field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'], ignoreCase: false },
      {
        any: [
          { field: 'visitor_history', operator: 'is', value: 'returning' },
          { field: 'device_language', operator: 'is', value: 'fr' },
        ],
      },
    ],
  },
  message: 'Any question about delivery?',
  reply: { kind: 'agent', followUp: 'An agent joins you.', details: ['name', 'email'] },
  tags: ['cart'],
  send: { when: 'inside', schedule: 'support-hours' },
  frequency: 'once_per_visit',
};
const found = (more: object) => issuesOfMessage({ ...whole, ...more }).map(({ path, code }) => `${path} ${code}`);
const url = { field: 'visitor_page_url', operator: 'is', value: 'x' };

describe('what keeps a message from being published', () => {
  it('is nothing in the example of the specification', () => {
    expect(found({})).toEqual([]);
    expect(found({ message: { text: 'Hi', byLanguage: { fr: 'Salut' } } })).toEqual([]);
    expect(found({ reply: { kind: 'bot', bot: 'helper', answer: 'delivery' } })).toEqual([]);
  });

  it.each([
    [{ message: '  ' }, 'message required'],
    [{ message: { text: '' } }, 'message.text required'],
    [{ when: { all: [] } }, 'when.all empty_group'],
    [{ when: { all: [url, url, { any: [] }] } }, 'when.all[2].any empty_group'],
    [{ when: { all: [url, url, { any: [url] }] } }, 'when.all[2].any group_too_small'],
    [{ when: { any: [{ all: [url, url] }] } }, 'when.any[0].all nested_too_early'],
    [{ when: { all: [{ any: [url, { all: [url, { any: [url, url] }] }] }] } }, 'when.all[0].any[1].all[1] too_deep'],
    [{ when: { all: [{ ...url, ignoreCase: 'yes' }] } }, 'when.all[0].ignoreCase wrong_type'],
    [{ when: { all: [{ field: 'message', operator: 'contains', value: 'x' }] } }, 'when.all[0].field unknown_field'],
    [{ when: { all: [{ ...url, operator: 'regex' }] } }, 'when.all[0].operator unknown_operator'],
    [{ when: { all: [{ field: 'page_metadata', operator: 'is', value: 'x' }] } }, 'when.all[0].metadata required'],
    [{ on: { event: 'on_page' } }, 'on.seconds required'],
    [{ on: { event: 'on_page', seconds: 0 } }, 'on.seconds too_low'],
    [{ on: { event: 'on_page', seconds: 3_600 } }, 'on.seconds too_high'],
    [{ on: { event: 'page_loaded', seconds: 3 } }, 'on.seconds unknown_key'],
    [{ on: { event: 'message_sent' } }, 'on.event unknown_event'],
    [{ send: { when: 'outside' } }, 'send.schedule required'],
    [{ send: { when: 'at night' } }, 'send.when not_one_of'],
    [{ frequency: 'often' }, 'frequency not_one_of'],
    [{ reply: { kind: 'bot', bot: '', answer: 'x' } }, 'reply.bot required'],
    [{ reply: { kind: 'agent', followUp: '', details: ['phone'] } }, 'reply.details[0] not_one_of'],
    [{ tags: [''] }, 'tags[0] required'],
  ])('%j: %s', (more, issue) => expect(found(more)).toEqual([issue]));
});
