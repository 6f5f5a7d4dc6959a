/** One thing wrong at one place. `path` is written as `when.all[0].value`; words follow from `code` and `params`. */
export interface RuleIssue {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

/** Collects what is wrong, up to a bound, so that a hostile rule does not produce a hostile answer. */
export class IssueList {
  readonly issues: RuleIssue[] = [];

  add(path: string, code: string, params?: RuleIssue['params']): undefined {
    if (this.issues.length < 100) this.issues.push(params ? { path, code, params } : { path, code });
  }
}

export type JsonRecord = { readonly [key: string]: unknown };

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reports keys that are none of the known ones. */
export function refuseUnknownKeys(
  record: JsonRecord,
  known: readonly string[],
  path: string,
  list: IssueList,
): undefined {
  for (const key of Object.keys(record)) {
    if (!known.includes(key)) list.add(join(path, key.slice(0, 100)), 'unknown_key', { key: key.slice(0, 100) });
  }
}

export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A string within bounds, or a reported issue. */
export function checkText(
  value: unknown,
  path: string,
  bounds: { min?: number; max: number },
  list: IssueList,
): value is string {
  if (value === undefined) list.add(path, 'required');
  else if (typeof value !== 'string') list.add(path, 'wrong_type', { expected: 'string' });
  else if (value.length < (bounds.min ?? 0)) list.add(path, 'required');
  else if (value.length > bounds.max) list.add(path, 'too_long', { maximum: bounds.max });
  else return true;
  return false;
}

/** A safe integer within bounds, or a reported issue. */
export function checkInteger(
  value: unknown,
  path: string,
  bounds: { min: number; max: number },
  list: IssueList,
): undefined {
  if (value === undefined) list.add(path, 'required');
  else if (typeof value !== 'number' || !Number.isSafeInteger(value)) list.add(path, 'wrong_type', { expected: 'int' });
  else if (value < bounds.min) list.add(path, 'too_low', { minimum: bounds.min });
  else if (value > bounds.max) list.add(path, 'too_high', { maximum: bounds.max });
}

export function checkBoolean(value: unknown, path: string, list: IssueList): undefined {
  if (value === undefined) list.add(path, 'required');
  else if (typeof value !== 'boolean') list.add(path, 'wrong_type', { expected: 'boolean' });
}

/** A list whose length is within bounds and whose entries are checked one by one. */
export function checkList(
  value: unknown,
  path: string,
  bounds: { min: number; max: number },
  list: IssueList,
  each: (entry: unknown, path: string) => undefined,
): undefined {
  if (value === undefined) list.add(path, 'required');
  else if (!Array.isArray(value)) list.add(path, 'wrong_type', { expected: 'array' });
  else if (value.length < bounds.min) list.add(path, 'too_few', { minimum: bounds.min });
  else if (value.length > bounds.max) list.add(path, 'too_many', { maximum: bounds.max });
  else for (const [index, entry] of value.entries()) each(entry, `${path}[${index}]`);
}
