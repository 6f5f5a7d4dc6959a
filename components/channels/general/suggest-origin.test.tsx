import { expect, it } from 'vitest';
import { suggestOrigin } from './suggest-origin';

it.each([
  ['shop.example.com', 'https://shop.example.com'],
  [' https://shop.example.com/cart?x=1#y ', 'https://shop.example.com'],
  ['http://localhost:3000/a', 'http://localhost:3000'],
  ['localhost:3000', 'https://localhost:3000'],
  ['ftp://shop.example.com', 'https://shop.example.com'],
  ['https://ada@shop.example.com/', 'https://shop.example.com'],
  ['https://shop.example.com', null],
  ['https://shop.example.com/', null],
  ['', null],
  ['shop', null],
  ['not a site', null],
  ['*.example.com', null],
])('%s: %s', (typed, meant) => {
  expect(suggestOrigin(typed)).toBe(meant);
});
