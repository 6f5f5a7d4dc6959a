/** `npm run reference`: writes docs/reference.md out of the definitions and their words. A test holds the file to them. */
import { writeFileSync } from 'node:fs';
import {
  actions,
  eventOf,
  events,
  fields,
  isAvailable,
  operators,
  operatorsFor,
  placeholders,
} from '@/lib/engine/registry';
import type { ValueType } from '@/lib/engine/value';
import { messagesFor } from '@/lib/messages/catalogue';

const words = messagesFor('en').rules;

/** The reference of events, fields, operators, actions and placeholders as Markdown. */
export function referenceText(): string {
  return [
    '# Reference',
    '',
    'Made from the definitions in `lib/engine` by `npm run reference`.',
    '',
    '## Events',
    ...table(
      ['id', 'label'],
      events.map(({ id }) => [code(id), label('event', id)]),
    ),
    '## Fields',
    ...table(
      ['id', 'label', 'values', 'operators', 'not on'],
      fields.map((field) => [
        code(field.id),
        label('field', field.id),
        valuesOf(field.type) + (field.of ? `, of a \`${field.of}\`` : ''),
        operatorsFor(field)
          .map(({ id }) => code(id))
          .join(' '),
        events
          .filter(({ id }) => !isAvailable(field, eventOf(id) ?? { id, families: [], provides: [] }))
          .map(({ id }) => code(id))
          .join(' '),
      ]),
    ),
    '## Operators',
    ...table(
      ['id', 'label', 'for'],
      operators.map(({ id, for: kinds }) => [code(id), label('operator', id), kinds.join(', ')]),
    ),
    '## Actions',
    ...table(
      ['id', 'label', 'parameters'],
      actions.map(({ id, parameters, last }) => [
        code(id),
        label('action', id) + (last ? ' (must be the last)' : ''),
        parameters.map(({ name, kind, optional }) => `${code(name)} ${kind}${optional ? ', optional' : ''}`).join('; '),
      ]),
    ),
    '## Placeholders',
    ...table(
      ['name', 'type', 'shows'],
      placeholders.map(({ id, type }) => [code(`@${id}`), type, label('placeholder', id)]),
    ),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function valuesOf(type: ValueType): string {
  if (type.kind === 'integer') return `${type.min}–${type.max}`;
  if (type.kind === 'choice' || type.kind === 'state') return type.options.map(code).join(' ');
  return type.kind === 'reference' ? `key of a \`${type.to}\`` : type.kind;
}

const code = (id: string) => `\`${id}\``;

function label(kind: 'event' | 'field' | 'operator' | 'action' | 'placeholder', id: string): string {
  const found: unknown = Reflect.get(words[kind], id);
  return typeof found === 'string' ? found : id;
}

if (import.meta.main) writeFileSync('docs/reference.md', `${referenceText()}\n`);
