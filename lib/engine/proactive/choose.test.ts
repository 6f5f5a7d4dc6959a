import { describe, expect, it } from 'vitest';
import { fieldsFor } from '../registry';
import type { VisitState } from '../state/fact-state';
import { choose, type Moment, nextDue } from './choose';
import type { Candidate } from './message';
import { factsOfVisit } from './visit-facts';

const visit: VisitState = {
  url: 'https://shop.example/cart',
  title: 'Cart',
  referrer: '',
  returning: false,
  hoursSinceLastVisit: null,
  language: 'fr-FR',
  metadata: {},
};
const schedules = { office: 'inside' } as const;
const moment = (more: Partial<Moment> = {}): Moment => ({
  secondsOnPage: 0,
  facts: factsOfVisit(fieldsFor('proactive'), visit, schedules, new Date('2026-11-20T10:00:00Z')),
  memory: { shown: new Set(), closedInVisit: new Set(), shownOnPage: new Set() },
  inConversation: false,
  onScreen: false,
  schedules,
  ...more,
});
const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  on: { event: 'page_loaded' },
  when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'] }] },
  frequency: 'every_time',
  send: { when: 'any' },
  ...more,
});
const memory = (more: Partial<Moment['memory']>) => ({ memory: { ...moment().memory, ...more } });

describe('the message that a visitor sees', () => {
  it('is the first that nothing stops; the others are told what stopped them', () => {
    const help = candidate('help', { when: { all: [{ field: 'device_language', operator: 'is', value: 'en' }] } });
    expect(choose([help, candidate('a'), candidate('b')], moment())).toEqual({
      winner: 'a',
      stopped: [
        { id: 'help', reason: { by: 'condition', verdict: 'unmet' } },
        { id: 'b', reason: { by: 'priority', winner: 'a' } },
      ],
    });
  });

  const stopOf = (more: Partial<Candidate>, at: Partial<Moment> = {}) =>
    choose([candidate('a', more)], moment(at)).stopped[0]?.reason ?? 'shown';

  it('waits until the page was in sight long enough', () => {
    const on = { event: 'on_page', seconds: 30 };
    expect(stopOf({ on }, { secondsOnPage: 29 })).toEqual({ by: 'time', seconds: 1 });
    expect(stopOf({ on }, { secondsOnPage: 30 })).toBe('shown');
    expect(nextDue([candidate('a'), candidate('b', { on })], 0)).toBe(30);
    expect(nextDue([candidate('a'), candidate('b', { on })], 30)).toBeUndefined();
  });

  it('keeps to its business hours, and stays away when they were deleted', () => {
    expect(stopOf({ send: { when: 'inside', schedule: 'office' } })).toBe('shown');
    expect(stopOf({ send: { when: 'outside', schedule: 'office' } })).toEqual({
      by: 'schedule',
      schedule: 'office',
      gone: false,
    });
    expect(stopOf({ send: { when: 'outside', schedule: 'old' } })).toEqual({
      by: 'schedule',
      schedule: 'old',
      gone: true,
    });
  });

  it('keeps to its frequency', () => {
    const shown = memory({ shown: new Set(['a']) });
    const closed = memory({ shown: new Set(['a']), closedInVisit: new Set(['a']) });
    expect(stopOf({ frequency: 'once_per_customer' }, shown)).toEqual({
      by: 'frequency',
      frequency: 'once_per_customer',
    });
    expect(stopOf({ frequency: 'once_per_visit' }, shown)).toBe('shown');
    expect(stopOf({ frequency: 'once_per_visit' }, closed)).toEqual({ by: 'frequency', frequency: 'once_per_visit' });
    expect(stopOf({ frequency: 'every_time' }, closed)).toBe('shown');
    expect(stopOf({ frequency: 'every_time' }, memory({ shownOnPage: new Set(['a']) }))).toEqual({ by: 'page' });
  });

  it('is none in a running conversation, nor beside another on the screen', () => {
    expect(stopOf({}, { inConversation: true })).toEqual({ by: 'conversation' });
    expect(stopOf({}, { onScreen: true })).toEqual({ by: 'screen' });
  });

  it('is none whose conditions name what is gone', () => {
    const when = { all: [{ field: 'schedule', schedule: 'old', operator: 'is', value: 'inside' }] };
    expect(stopOf({ when })).toEqual({ by: 'condition', verdict: 'reference_gone' });
  });
});
