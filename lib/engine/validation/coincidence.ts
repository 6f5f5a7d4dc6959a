/** Conditions that wait for things which never happen at once make a rule that never runs: it is refused. */
import type { FieldDefinition, Occasion } from '../definition';
import { listOf } from '../operators/meaning';
import { fieldOf, operatorOf, operatorsFor } from '../registry';
import type { Json } from '../value';
import { type IssueList, isRecord } from './issues';

interface Waiting {
  readonly field: FieldDefinition;
  readonly named: readonly string[];
  readonly negated: boolean;
  readonly path: string;
}

/** Takes a `when` of any shape: what is malformed in it is reported elsewhere. */
export function checkCoincidence(when: unknown, list: IssueList): undefined {
  const waiting = waitingIn(when);
  let shared: readonly Occasion[] | undefined;
  for (const each of waiting) {
    const own = each.field.occasions?.(each.named, each.negated) ?? [];
    const both = shared?.filter((occasion) => own.includes(occasion)) ?? own;
    if (shared && both.length === 0) {
      return list.add(`${each.path}.field`, 'never_together', {
        other: waiting[0]?.field.id ?? '',
        field: each.field.id,
      });
    }
    shared = both;
  }
  for (const each of waiting) {
    if (!isPossible(each, waiting))
      return list.add(`${each.path}.value`, 'never_together', { other: each.field.id, field: each.field.id });
  }
}

/** Of a field with one value at a time, some value must satisfy all conditions on it. */
function isPossible({ field, path }: Waiting, waiting: readonly Waiting[]): boolean {
  if (field.type.kind !== 'reference') return true;
  const own = waiting.filter((each) => each.field === field);
  if (own[0]?.path === path) return true;
  const [first, ...more] = own.filter(({ negated }) => !negated).map(({ named }) => named);
  if (!first) return true;
  const refused = own.filter(({ negated }) => negated).flatMap(({ named }) => named);
  return first.some((value) => more.every((named) => named.includes(value)) && !refused.includes(value));
}

function waitingIn(when: unknown): Waiting[] {
  const items: unknown = isRecord(when) ? when.all : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index): Waiting[] => {
    if (!isRecord(item)) return [];
    const field = fieldOf(String(item.field));
    const operator = operatorOf(String(item.operator));
    if (!field?.occasions || !operator || !operatorsFor(field).includes(operator)) return [];
    // Whatever stands there is read as names alone.
    const named = listOf(item.value as Json).map(String);
    return [{ field, named, negated: operator.negates ?? false, path: `when.all[${index}]` }];
  });
}
