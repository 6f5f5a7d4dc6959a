import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import type { Firing } from '@/lib/contracts/firing';
import { ConversationPanel } from './conversation-panel';
import { conversationOf, firingOf, stepOf } from './testing';

beforeEach(
  () => void vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} })),
);
afterEach(cleanup);

const show = (firings: Firing[], change = {}) =>
  renderWithWords(
    <ConversationPanel conversation={conversationOf(change)} firings={firings} references={{}} mayRetry={false} />,
  );

test('the language has its name', () => {
  show([], { language: 'fr' });
  screen.getByText('French');
});

test('a firing says what it did: two actions and how many more, no waits, nothing left out or doubled', () => {
  const steps = ['send_message', 'wait', 'add_tags', 'send_message', 'set_triggered'].map((action, index) =>
    stepOf(index, action),
  );
  const skipped = [stepOf(0, 'request_email', 'skipped'), stepOf(1, 'add_tags')];
  show([
    firingOf('long', 'Greets', { steps }),
    firingOf('short', 'Tags', { steps: skipped }),
    firingOf('nothing', 'Waits only', { steps: [stepOf(0, 'wait')] }),
    firingOf('answers', 'Answers', {
      steps: [stepOf(0, 'send_message')],
      rule: { id: 'w', name: 'Answers', version: 1, family: 'workflow' },
    }),
  ]);
  const lines = screen.getAllByRole('listitem').map((each) => each.querySelector('p')?.textContent?.trim());
  expect(lines).toEqual([
    'Done · Send message to customer, Add tags +1',
    'Done · Add tags',
    'Done',
    'Done · Send a message',
  ]);
});
