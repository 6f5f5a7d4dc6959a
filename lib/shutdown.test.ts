import { expect, it, vi } from 'vitest';
import { atShutdown, shutDown } from './shutdown';

it('runs the steps once, the last registered first, and goes on after a failure', async () => {
  const order: string[] = [];
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  atShutdown('database', () => void order.push('database'));
  atShutdown('queue', () => Promise.reject(new Error('gone already')));
  atShutdown('worker', async () => void order.push('worker'));
  await Promise.all([shutDown(), shutDown()]);
  await shutDown();
  expect(order).toEqual(['worker', 'database']);
  expect(complaint).toHaveBeenCalledWith('Ending queue failed: gone already');
  complaint.mockRestore();
});

it('replaces a step of the same name', async () => {
  const order: string[] = [];
  atShutdown('worker', () => void order.push('first'));
  atShutdown('worker', () => void order.push('second'));
  await shutDown();
  expect(order).toEqual(['second']);
});
