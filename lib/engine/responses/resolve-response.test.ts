import { describe, expect, it } from 'vitest';
import { textFor } from '../language';
import { resolveResponse } from './resolve-response';
import { defaultResponse } from './response';

const office = {
  key: 'office',
  timeZone: 'Europe/Paris',
  intervals: [0, 1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' })),
  holidays: [{ name: 'Christmas', from: '2026-12-24', to: '2026-12-26' }],
};
const during = { firstMessage: { text: 'Open' }, details: ['email'] as const, followUp: { text: 'Coming' } };
const outside = { firstMessage: { text: 'Shut' }, details: [], followUp: { text: 'Tomorrow' } };
const responses = { schedule: 'office', during, outside };
const at = (moment: string, more: object = {}) =>
  resolveResponse({ responses, language: 'en', schedules: [office], at: new Date(moment), ...more });

describe('the response of a channel', () => {
  it('follows the schedule, whose ends are exclusive', () => {
    expect(at('2026-11-20T15:59:59Z')).toEqual({ kind: 'during', inHours: true, response: during });
    expect(at('2026-11-20T16:00:00Z')).toEqual({ kind: 'outside', inHours: false, response: outside });
    expect(at('2026-11-22T12:00:00Z').kind).toBe('outside');
    expect(at('2026-12-24T12:00:00Z').kind).toBe('outside');
  });

  it('is the one during hours at any time without a schedule, or when it was deleted', () => {
    for (const moment of ['2026-11-22T03:00:00Z', '2026-11-20T12:00:00Z']) {
      const expected = { kind: 'during', inHours: null, response: during };
      expect(at(moment, { schedules: [] })).toEqual(expected);
      expect(at(moment, { responses: { ...responses, schedule: null } })).toEqual(expected);
      expect(at(moment, { responses: { during, outside } })).toEqual(expected);
    }
  });

  it.each([undefined, null, 'text', [], 7, { schedule: 3, during: 'no' }])('is the default for %j', (stored) => {
    const { kind, response } = at('2026-11-20T12:00:00Z', { responses: stored });
    expect(kind).toBe('during');
    expect(response).toEqual(defaultResponse('during', 'en'));
  });

  it('fills up what is absent or malformed', () => {
    const partly = { schedule: 'office', outside: { firstMessage: { text: '' }, details: ['phone', 'email', 'name'] } };
    const { response } = at('2026-11-22T12:00:00Z', { responses: partly });
    expect(response.firstMessage).toEqual({ text: '' });
    expect(response.details).toEqual(['name', 'email']);
    expect(response.followUp).toEqual(defaultResponse('outside', 'en').followUp);
  });

  it('has defaults in the language of the channel, and the other for its readers', () => {
    const { firstMessage } = defaultResponse('during', 'fr');
    expect(firstMessage.text).toMatch(/^Bonjour/);
    expect(textFor('en-GB', firstMessage.text, firstMessage.byLanguage)).toMatch(/^Hello/);
    expect(textFor('de', firstMessage.text, firstMessage.byLanguage)).toMatch(/^Bonjour/);
  });
});
