import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import type { LineChange } from '@/lib/contracts/workspace';
import type { Happening } from './happening-line';
import { Messages } from './messages';
import { messageOf } from './testing';

afterEach(cleanup);

const happened = (id: string, changes: LineChange[], change: Partial<Happening> = {}): Happening => ({
  ...{ id, type: 'ticket_updated', at: '2026-11-12T19:04:00.000Z', href: `/log/events/${id}` },
  lines: changes.map((each) => ({ change: each, actor: { key: 'ada', name: 'Ada' } })),
  ...change,
});
const show = (happenings: Happening[], messages = [messageOf(1, 'Hello')]) => {
  renderWithWords(<Messages messages={messages} happenings={happenings} customerName="Zoe" ruleNames={{}} />);
  return screen.queryAllByRole('link').map((link) => link.textContent);
};

test('an update says what it changed and who did it', () => {
  const said = show([
    happened('tags', [{ type: 'tags', added: ['vip', 'refund'], removed: ['new'] }]),
    happened('more', [
      { type: 'status', from: { key: 'new', name: 'New' }, to: { key: 'open', name: 'Open' } },
      { type: 'unassigned', from: { key: 'amin', name: 'Amin' } },
    ]),
    happened('nobody', [], { lines: [{ change: { type: 'inactive', capacityReleased: false }, actor: null }] }),
  ]);
  expect(said).toEqual([
    '19:04 Ada added the tags vip, refund · Ada removed the tag new',
    '19:04 Ada set the status to Open · no longer assigned to Amin',
    '19:04 went quiet',
  ]);
  expect(screen.getByRole('link', { name: /went quiet/ }).getAttribute('href')).toBe('/log/events/nobody');
});

test('lines that would say the same in a row are one, and kinds without words none', () => {
  const later = '2026-11-12T19:05:00.000Z';
  const said = show([
    happened('a', []),
    happened('b', []),
    happened('odd', [], { type: 'ticket_due' }),
    happened('c', []),
    happened('tags', [{ type: 'tags', added: ['vip'], removed: [] }]),
    happened('d', []),
    happened('e', [], { at: later }),
    happened('f', [], { at: '2026-11-13T19:05:00.000Z' }),
  ]);
  const updated = '19:04 ticket updated';
  const tagged = '19:04 Ada added the tag vip';
  expect(said).toEqual([updated, tagged, updated, '19:05 ticket updated', '19:05 ticket updated']);
});

test('a message between them keeps both', () => {
  const between = messageOf(1, 'Hello', { createdAt: '2026-11-12T19:04:10.000Z' });
  const said = show([happened('a', []), happened('b', [], { at: '2026-11-12T19:04:20.000Z' })], [between]);
  expect(said).toHaveLength(2);
});
