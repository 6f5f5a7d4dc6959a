import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Menu } from './menu';
import { renderWithWords } from './testing';
import { ToastBody } from './toast-body';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('menu', () => {
  const items = [
    { id: 'delete', label: 'Delete…', danger: true, onSelect: vi.fn() },
    { id: 'edit', label: 'Edit', onSelect: vi.fn() },
    { id: 'clone', label: 'Clone', onSelect: vi.fn() },
  ];

  test('opens, moves and chooses by keyboard; the dangerous item is last', async () => {
    const user = userEvent.setup();
    renderWithWords(<Menu trigger={<button type="button">Options</button>} items={items} />);
    screen.getByRole('button', { name: 'Options' }).focus();
    await user.keyboard('{Enter}');
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      'Edit',
      'Clone',
      'Delete…',
    ]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(items[2]?.onSelect).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('Escape closes and returns focus', async () => {
    const user = userEvent.setup();
    renderWithWords(<Menu trigger={<button type="button">Options</button>} items={items} />);
    await user.click(screen.getByRole('button', { name: 'Options' }));
    await screen.findByRole('menu');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Options' })));
  });
});

function DeleteFlow({ onConfirm }: { onConfirm: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete…</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete 3 triggers?"
        text="They fired 653 times."
        verb="Delete 3 triggers"
        onConfirm={onConfirm}
        confirmWord="delete"
      />
    </>
  );
}

describe('confirmation', () => {
  test('asks for its word, says why it waits, and returns focus', async () => {
    const user = userEvent.setup();
    const onConfirm = vi.fn();
    renderWithWords(<DeleteFlow onConfirm={onConfirm} />);
    const opener = screen.getByRole('button', { name: 'Delete…' });
    await user.click(opener);
    const verb = screen.getByRole('button', { name: 'Delete 3 triggers' });
    await user.click(verb);
    expect(onConfirm).not.toHaveBeenCalled();
    expect(verb.getAttribute('aria-disabled')).toBe('true');
    await user.type(screen.getByLabelText('Type delete to confirm'), 'delete');
    await user.click(screen.getByRole('button', { name: 'Delete 3 triggers' }));
    expect(onConfirm).toHaveBeenCalledOnce();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });
});

describe('toast', () => {
  test('undo runs once and closes', async () => {
    const user = userEvent.setup();
    const undo = vi.fn();
    const close = vi.fn();
    renderWithWords(<ToastBody text="First Reply deleted" undo={undo} duration={8_000} close={close} />);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(close).toHaveBeenCalled();
  });

  test('stays while focused and closes eight seconds after', () => {
    vi.useFakeTimers();
    const close = vi.fn();
    renderWithWords(<ToastBody text="First Reply deleted" undo={() => {}} duration={8_000} close={close} />);
    const undo = screen.getByRole('button', { name: 'Undo' });
    act(() => undo.focus());
    act(() => vi.advanceTimersByTime(60_000));
    expect(close).not.toHaveBeenCalled();
    act(() => undo.blur());
    act(() => vi.advanceTimersByTime(8_000));
    expect(close).toHaveBeenCalledOnce();
  });
});
