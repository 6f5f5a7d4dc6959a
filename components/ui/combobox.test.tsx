import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Combobox, type ComboOption } from './combobox';
import { Field } from './field';
import { renderWithWords } from './testing';

const options: ComboOption[] = [
  { value: 'message', label: 'Message', disabledReason: 'Not for this event' },
  { value: 'queue', label: 'Queue size', group: 'Queue' },
  { value: 'status', label: 'Statut de l’équipe', group: 'Status' },
];

afterEach(cleanup);

function renderCombobox(onChange = vi.fn()) {
  renderWithWords(
    <Field label="Field" error="Choose a field.">
      <Combobox value={null} onChange={onChange} options={options} placeholder="Field" />
    </Field>,
  );
  return onChange;
}

test('is labelled and described by its field', () => {
  renderCombobox();
  const control = screen.getByRole('combobox', { name: 'Field' });
  expect(control.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Choose a field.');
});

test('an option that cannot apply stands last under its reason and cannot be chosen', async () => {
  const onChange = renderCombobox();
  await userEvent.click(screen.getByRole('combobox', { name: 'Field' }));
  const list = screen.getByRole('listbox');
  const message = within(list).getByRole('option', { name: 'Message' });
  expect(within(list).getAllByRole('option').at(-1)).toBe(message);
  expect(within(list).getByText('Not for this event')).toBeTruthy();
  expect(message.getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(message);
  expect(onChange).not.toHaveBeenCalled();
});

test('search ignores case and accents; Enter chooses', async () => {
  const onChange = renderCombobox();
  await userEvent.click(screen.getByRole('combobox', { name: 'Field' }));
  await userEvent.keyboard('EQUIPE{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('status');
});
