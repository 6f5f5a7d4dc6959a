import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import type { Message } from '@/lib/contracts/conversation';
import { AroundPanel } from './around-panel';
import { inOrder } from './message-order';
import { Messages } from './messages';
import { firingOf, messageOf } from './testing';

beforeEach(
  () => void vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} })),
);
afterEach(cleanup);

const own = firingOf('own', 'Says hello');
const messages: Message[] = [
  messageOf(1, 'Written last', { createdAt: '2026-11-12T19:04:00.000Z', firing: own.id }),
  messageOf(2, 'Written first', { createdAt: '2026-11-12T17:39:00.000Z', firing: 'other' }),
  messageOf(3, 'At the same moment', { createdAt: '2026-11-12T17:39:00.000Z' }),
];
const ruleNames = { own: 'Says hello', other: 'An agent is here' };
const texts = () => screen.getAllByText(/^(Written|At the same)/).map((each) => each.textContent);
const read = ['Written first', 'At the same moment', 'Written last'];

test('messages stand in the order of the conversation, with the names of the rules behind them', () => {
  renderWithWords(
    <AroundPanel firing={own} messages={inOrder(messages)} {...{ ruleNames }} rules={[]} more={0} references={{}} />,
  );
  expect(texts()).toEqual(read);
  expect(screen.getByRole('link', { name: 'An agent is here' }).getAttribute('href')).toBe('/log/other');
  expect(screen.getByRole('link', { name: 'this rule' }).getAttribute('href')).toBe('/log/own');
  expect(screen.queryByText('Its firing')).toBeNull();
});

test('the conversation says the same', () => {
  renderWithWords(<Messages messages={messages} customerName="Zoe" ruleNames={ruleNames} />);
  expect(texts()).toEqual(read);
  screen.getByRole('link', { name: 'An agent is here' });
});
