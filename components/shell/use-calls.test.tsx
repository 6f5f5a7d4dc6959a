import { expect, test } from 'vitest';
import type { LiveEvent } from '@/lib/client/live';
import type { LineChange, ThreadLine, WorkspaceRow } from '@/lib/contracts/workspace';
import { callOf } from './use-calls';

const amin = { key: 'amin', name: 'Amin', avatar: null };
const lea = { key: 'lea', name: 'Léa', avatar: null };
// What decides is who has it; the rest of the row is only passed on.
const row = { id: 'c-1', assignee: amin } as WorkspaceRow;
const assigned = (via: Extract<LineChange, { type: 'assigned' }>['via'], actor: ThreadLine['actor']): LiveEvent => ({
  ...{ type: 'conversation', row },
  entries: [
    {
      ...{ kind: 'line', at: '2026-11-12T14:00:00.000Z', event: 4, after: 1, actor, firing: null },
      change: { type: 'assigned', from: null, to: amin, via },
    },
  ],
});

test('a request calls, and what others or the queue give', () => {
  expect(callOf({ type: 'request', row }, 'amin')).toEqual({ kind: 'request', row });
  expect(callOf(assigned('auto', null), 'amin')).toEqual({ kind: 'given', row });
  expect(callOf(assigned('assignment', lea), 'amin')).toEqual({ kind: 'given', row });
});

test('what one took oneself, or others got, does not', () => {
  expect(callOf(assigned('accept', amin), 'amin')).toBeNull();
  expect(callOf(assigned('assignment', amin), 'amin')).toBeNull();
  expect(callOf(assigned('auto', null), 'lea')).toBeNull();
  expect(callOf({ type: 'conversation', row, entries: [] }, 'amin')).toBeNull();
});
