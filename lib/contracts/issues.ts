import type * as z from 'zod';
import { AppError, type ErrorParams, type Issue } from './app-error';

type ZodIssue = z.core.$ZodIssue;

/** Validates; the same path and codes for forms, API and services. @throws AppError `invalid` with every issue */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('invalid', {}, { issues: toIssues(result.error.issues) });
}

/**
 * Issues of zod in our words. A refinement of ours names its code in `params.code`
 * (`ctx.addIssue({ code: 'custom', path, params: { code: 'empty_group', … } })`).
 * Needs `reportInput: true` to tell "missing" from "wrong type"; input itself is never passed on.
 */
export function toIssues(issues: readonly ZodIssue[], base: readonly PropertyKey[] = []): Issue[] {
  return issues.flatMap((issue) => convert(issue, [...base, ...issue.path])).slice(0, 100);
}

/** `['when', 'all', 0, 'value']` → `when.all[0].value` */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function convert(issue: ZodIssue, path: readonly PropertyKey[]): Issue[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => one([...path, key], 'unknown_key', { key: key.slice(0, 100) }));
    case 'invalid_union':
      return unionIssues(issue, path);
    case 'invalid_key':
    case 'invalid_element':
      return toIssues(issue.issues, path);
    default:
      return [one(path, ...codeAndParams(issue))];
  }
}

function codeAndParams(
  issue: Exclude<ZodIssue, { code: 'unrecognized_keys' | 'invalid_union' }>,
): [string, ErrorParams?] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? ['required'] : ['wrong_type', { expected: issue.expected }];
    case 'invalid_value':
      if (issue.input === undefined) return ['required'];
      return ['not_one_of', { values: issue.values.map(String).join(', ').slice(0, 500) }];
    case 'too_big':
      return [sizeCode('big', issue.origin), { maximum: Number(issue.maximum) }];
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return ['required'];
      return [sizeCode('small', issue.origin), { minimum: Number(issue.minimum) }];
    case 'not_multiple_of':
      return ['not_multiple_of', { divisor: Number(issue.divisor) }];
    case 'invalid_format':
      return ['bad_format', { format: issue.format }];
    case 'custom':
      return custom(issue.params);
    default:
      return ['not_valid'];
  }
}

const bigger: Record<string, string> = { string: 'too_long', array: 'too_many', set: 'too_many' };
const smaller: Record<string, string> = { string: 'too_short', array: 'too_few', set: 'too_few' };

function sizeCode(side: 'big' | 'small', origin: string): string {
  return side === 'big' ? (bigger[origin] ?? 'too_high') : (smaller[origin] ?? 'too_low');
}

function custom(params: Record<string, unknown> | undefined): [string, ErrorParams?] {
  const { code, ...rest } = params ?? {};
  const kept = Object.entries(rest).filter(
    (entry): entry is [string, string | number | boolean] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean',
  );
  return [typeof code === 'string' ? code : 'not_valid', Object.fromEntries(kept)];
}

/** Of a union's branches the one that came furthest: its issues lie deepest, and are fewest. */
function unionIssues(issue: Extract<ZodIssue, { code: 'invalid_union' }>, path: readonly PropertyKey[]): Issue[] {
  const branches = issue.errors.filter((errors) => errors.length > 0);
  if (branches.length === 0) {
    const given: unknown = issue.input;
    const named = typeof given === 'object' && given !== null && issue.discriminator !== undefined;
    const missing = named && Reflect.get(given, String(issue.discriminator)) === undefined;
    const at =
      issue.discriminator !== undefined && path.at(-1) !== issue.discriminator ? [...path, issue.discriminator] : path;
    return [one(at, missing ? 'required' : 'not_one_of')];
  }
  const [best = []] = [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return toIssues(best, path);
}

function depth(issues: readonly ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 0.5)));
}

function one(path: readonly PropertyKey[], code: string, params?: ErrorParams): Issue {
  const hasParams = params && Object.keys(params).length > 0;
  return { path: formatPath(path), code, ...(hasParams ? { params } : {}) };
}
