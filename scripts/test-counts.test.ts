import { expect, it } from 'vitest';
import { oneCheck, settle } from './test-counts';

const count = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

it('counts a check as one', () => {
  expect(oneCheck(0)).toEqual(count(1, 0));
  expect(oneCheck(2)).toEqual(count(0, 1));
});

it('keeps what the runner counted', () => {
  expect(settle(0, count(5, 0, 2))).toEqual(count(5, 0, 2));
  expect(settle(1, count(5, 3))).toEqual(count(5, 3));
});

it('never takes a run without tests, or one that failed outside of them, for a success', () => {
  expect(settle(0, count(0, 0))).toEqual(count(0, 1));
  expect(settle(0, count(0, 0, 4))).toEqual(count(0, 1, 4));
  expect(settle(1, count(5, 0))).toEqual(count(5, 1));
});
