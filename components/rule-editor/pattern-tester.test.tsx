import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import { PatternTester } from './pattern-tester';

const DATE = '(?P<year>(?:19|20)\\d\\d)-(?P<month>0[1-9]|1[012])';

it('shows whether a text matches whole, and its groups', async () => {
  renderWithWords(<PatternTester pattern={DATE} ignoreCase onChange={vi.fn()} onClose={vi.fn()} />);
  const text = screen.getByLabelText('Text');
  await userEvent.type(text, '2014-07');
  expect(screen.getByText('Matches')).toBeTruthy();
  expect(screen.getByText('1 · year')).toBeTruthy();
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['2014', '07']);
  await userEvent.type(text, ' x');
  expect(screen.getByText('Does not match')).toBeTruthy();
});

it('says where a pattern is wrong, and warns of a slow one', () => {
  const { unmount } = renderWithWords(<PatternTester pattern="*a" ignoreCase onChange={vi.fn()} onClose={vi.fn()} />);
  expect(screen.getByRole('alert').textContent).toContain('Position 1: nothing to repeat');
  unmount();
  renderWithWords(<PatternTester pattern="(a*)*b" ignoreCase onChange={vi.fn()} onClose={vi.fn()} />);
  expect(screen.getByText(/can become slow/)).toBeTruthy();
});
