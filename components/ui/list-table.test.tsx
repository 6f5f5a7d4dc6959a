import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Checkbox } from './checkbox';
import { IconButton } from './icon-button';
import { Cell, ListTable, Row, RowName } from './list-table';
import { Menu } from './menu';
import { renderWithWords } from './testing';

const followed = vi.fn();
const ticked = vi.fn();
const chosen = vi.fn();

function follow(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link) followed(link.getAttribute('href'));
  event.preventDefault();
}

beforeEach(() => document.addEventListener('click', follow));
afterEach(() => {
  cleanup();
  document.removeEventListener('click', follow);
  vi.clearAllMocks();
});

function listOf(...names: string[]) {
  return (
    <ListTable label="Triggers">
      <tbody>
        {names.map((name) => (
          <Row key={name}>
            <Cell kind="choice">
              <Checkbox checked={false} onChange={() => ticked(name)} label={`Select ${name}`} hideLabel />
            </Cell>
            <Cell kind="name">
              <RowName href={`/${name}`} name={name} />
            </Cell>
            <Cell>{`fact of ${name}`}</Cell>
            <Cell kind="menu">
              <Menu
                trigger={<IconButton label={`Options of ${name}`} icon={<i />} />}
                items={[{ id: 'clone', label: 'Clone', onSelect: chosen }]}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </ListTable>
  );
}

function renderList() {
  renderWithWords(listOf('one', 'two'));
}

test('a click anywhere in the row follows its link', async () => {
  renderList();
  await userEvent.click(screen.getByText('fact of two'));
  expect(followed).toHaveBeenCalledExactlyOnceWith('/two');
});

test('controls in the row keep their clicks, those in its menu too', async () => {
  renderList();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select one' }));
  await userEvent.click(screen.getByRole('button', { name: 'Options of one' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Clone' }));
  expect(ticked).toHaveBeenCalledExactlyOnceWith('one');
  expect(chosen).toHaveBeenCalledOnce();
  expect(followed).not.toHaveBeenCalled();
});

test('arrows move the cursor and Space ticks the row under it', async () => {
  renderList();
  screen.getByRole('link', { name: 'one' }).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'two' }));
  await userEvent.keyboard(' ');
  expect(ticked).toHaveBeenCalledExactlyOnceWith('two');
});

test('the cursor goes to the row that takes the place of one that went, a control takes nobody with it', async () => {
  const { rerender } = renderWithWords(listOf('one', 'two', 'three'));
  screen.getByRole('link', { name: 'two' }).focus();
  rerender(listOf('one', 'three'));
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'three' }));
  rerender(listOf('one'));
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'one' }));
  screen.getByRole('checkbox', { name: 'Select one' }).focus();
  rerender(listOf('four'));
  expect(document.activeElement).toBe(document.body);
});
