import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AppError } from './app-error';
import { formatPath, parse } from './issues';
import { email, key, oneLine, slug } from './value';

function issuesOf(schema: z.ZodType, value: unknown): string[] {
  try {
    parse(schema, value);
  } catch (error) {
    if (error instanceof AppError) return error.issues.map(({ path, code }) => `${path}:${code}`);
    throw error;
  }
  return [];
}

const tree = z.strictObject({
  when: z.union([
    z.strictObject({ all: z.array(z.strictObject({ field: z.string(), value: z.int() })).min(1) }),
    z.strictObject({ any: z.array(z.string()) }),
  ]),
});
const action = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('wait'), seconds: z.int().min(1).max(10).multipleOf(5) }),
  z.strictObject({ action: z.literal('tag'), tags: z.array(oneLine(5)).max(2) }),
]);

describe('issues', () => {
  it.each<[string, z.ZodType, unknown, string[]]>([
    ['missing', z.strictObject({ a: z.string() }), {}, ['a:required']],
    ['empty', oneLine(5), '  ', [':required']],
    ['wrong type', z.strictObject({ a: z.string() }), { a: 1 }, ['a:wrong_type']],
    ['null', z.strictObject({ a: z.string() }), { a: null }, ['a:wrong_type']],
    ['unknown keys', z.strictObject({}), { b: 1, c: 2 }, ['b:unknown_key', 'c:unknown_key']],
    ['too long', oneLine(5), 'abcdef', [':too_long']],
    ['control characters', oneLine(5), 'a\tb', [':control_character']],
    ['e-mail', email, 'nobody', [':bad_format']],
    ['key', key, 'Not a key', [':bad_format']],
    [
      'deepest branch of a union',
      tree,
      { when: { all: [{ field: 'a', value: 'b' }] } },
      ['when.all[0].value:wrong_type'],
    ],
    ['empty list in a union', tree, { when: { all: [] } }, ['when.all:too_few']],
    ['unknown kind', action, { action: 'fly' }, ['action:not_one_of']],
    ['no kind', action, {}, ['action:required']],
    ['number too high', action, { action: 'wait', seconds: 15 }, ['seconds:too_high']],
    ['steps', action, { action: 'wait', seconds: 3 }, ['seconds:not_multiple_of']],
    ['list too long', action, { action: 'tag', tags: ['a', 'b', 'c'] }, ['tags:too_many']],
  ])('%s', (_what, schema, value, expected) => {
    expect(issuesOf(schema, value)).toEqual(expected);
  });
});

it('paths are written as in the API', () => {
  expect(formatPath(['when', 'all', 0, 'any', 12, 'value'])).toBe('when.all[0].any[12].value');
});

it('keys are made from names', () => {
  expect(['Support – Nord', 'Après-vente', '日本', '__'].map(slug)).toEqual(['support-nord', 'apres-vente', '', '']);
});
