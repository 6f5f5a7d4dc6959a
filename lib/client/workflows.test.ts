import { afterEach, expect, test, vi } from 'vitest';
import { orderWith } from './workflows';

afterEach(() => vi.unstubAllGlobals());

const PAGE = 200;

/** A server with so many workflows in their order; answers what it was asked. */
function serverWith(total: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const query = new URL(url, 'https://signalbox.test').searchParams;
    const first = (Number(query.get('page')) - 1) * Number(query.get('pageSize'));
    const items = idsOf(total).slice(first, first + Number(query.get('pageSize')));
    return Response.json({ items: items.map((id) => ({ id })) });
  });
  return asked;
}

const idsOf = (total: number) => Array.from({ length: total }, (_, index) => `w-${index + 1}`);

test.each([1, 2, 3])('a new order on page %s keeps those of the others where they stand', async (page) => {
  const total = 2 * PAGE + 5;
  const asked = serverWith(total);
  const all = idsOf(total);
  const shown = all.slice((page - 1) * PAGE, page * PAGE);
  const [first = '', second = '', ...rest] = shown;
  const order = await orderWith([second, first, ...rest], { page, pageSize: PAGE, total });
  const expected = [...all];
  [expected[(page - 1) * PAGE], expected[(page - 1) * PAGE + 1]] = [second, first];
  expect(order).toEqual(expected);
  expect(asked).toHaveLength(2);
});
