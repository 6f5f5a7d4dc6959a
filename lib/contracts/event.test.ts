import { describe, expect, it } from 'vitest';
import { parseEvent } from './event-parse';

const event = {
  id: 'e-1',
  type: 'message_sent',
  occurredAt: '2026-11-21T10:00:00+02:00',
  conversation: { id: 'c-1', tags: ['vip'] },
  customer: { id: 'u-1', name: 'Ada' },
  message: { id: 'm-1', text: 'Help', sender: { type: 'customer' } },
};
const common = { id: 'e', occurredAt: event.occurredAt, conversation: { id: 'c' } };

const good: [string, object][] = [
  ['message_sent', event],
  ['conversation_requested', { ...common, type: 'conversation_requested', customer: { id: 'u' } }],
  ['conversation_queued', { ...common, type: 'conversation_queued', reason: 'overflow' }],
  ['conversation_assigned', { ...common, type: 'conversation_assigned', agent: 'ada', via: 'auto' }],
  [
    'conversation_transferred',
    { ...common, type: 'conversation_transferred', conversation: { id: 'c', group: 'sales' } },
  ],
  ['conversation_ended', { ...common, type: 'conversation_ended', by: 'ada' }],
  ['ticket_created', { ...common, type: 'ticket_created', ticket: { subject: 'Brakes', createdBy: 'customer' } }],
  ['ticket_updated', { ...common, type: 'ticket_updated', ticket: { sentiment: null } }],
  ['return_created', { ...common, type: 'return_created', order: 'o-1' }],
  [
    'agent_status_changed',
    { id: 'e', type: 'agent_status_changed', occurredAt: event.occurredAt, agent: 'ada', status: 'away' },
  ],
];

const bad: [string, unknown, string, string][] = [
  ['no object', 'event', '', 'wrong_type'],
  ['an unknown type', { ...event, type: 'nothing' }, 'type', 'not_one_of'],
  ['no type', { ...event, type: undefined }, 'type', 'required'],
  ['an unknown key', { ...event, channels: 'web' }, 'channels', 'unknown_key'],
  ['an unknown key inside', { ...event, customer: { id: 'u', admin: true } }, 'customer.admin', 'unknown_key'],
  ['__proto__', JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(event).slice(1)}`), '__proto__', 'unknown_key'],
  ['U+0000', { ...event, message: { ...event.message, text: 'a\u0000' } }, 'message.text', 'invalid_text'],
  ['a lone surrogate', { ...event, customer: { id: 'u\ud800' } }, 'customer.id', 'invalid_text'],
  ['a bad time', { ...event, occurredAt: '2026-13-01' }, 'occurredAt', 'bad_format'],
  ['a number for a time', { ...event, occurredAt: 5 }, 'occurredAt', 'wrong_type'],
  ['no conversation', { ...event, conversation: undefined }, 'conversation', 'required'],
  ['a long text', { ...event, message: { ...event.message, text: 'x'.repeat(20_001) } }, 'message.text', 'too_long'],
  ['a transfer to no group', { ...common, type: 'conversation_transferred' }, 'conversation.group', 'required'],
  ['a request without customer', { ...common, type: 'conversation_requested' }, 'customer', 'required'],
  ['a return of nothing', { ...common, type: 'return_created' }, 'order', 'required'],
  [
    'deep nesting',
    { ...event, message: JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) },
    'message',
    'wrong_type',
  ],
];

describe('events', () => {
  it.each(good)('of type %s are taken', (_type, given) => {
    expect(parseEvent(given)).toHaveProperty('event');
  });

  it.each(bad)('with %s are refused', (_name, given, path, code) => {
    const parsed = parseEvent(given);
    expect('errors' in parsed && parsed.errors[0]).toMatchObject({ path, code });
  });

  it('keep the moment, whatever the offset', () => {
    const parsed = parseEvent(event);
    expect('event' in parsed && parsed.event.occurredAt).toEqual(new Date('2026-11-21T08:00:00Z'));
  });
});
