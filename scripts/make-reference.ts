/** `npm run reference`: writes docs/reference.md out of the definitions and their words. A test holds the file to them. */
import { writeFileSync } from 'node:fs';
import {
  actions,
  events,
  fields,
  isAvailable,
  operators,
  operatorsFor,
  placeholders,
  variables,
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
      ['id', 'label', 'rules'],
      events.map(({ id, families }) => [code(id), label('event', id), families.join(', ')]),
    ),
    '## Fields',
    ...table(
      ['id', 'label', 'values', 'operators', 'rules', 'not on'],
      fields.map((field) => [
        code(field.id),
        label('field', field.id),
        valuesOf(field.type) + (field.of ? `, of a \`${field.of}\`` : ''),
        operatorsFor(field)
          .map(({ id }) => code(id))
          .join(' '),
        field.families.join(', '),
        events
          .filter((event) => event.families.some((family) => field.families.includes(family)))
          .filter((event) => !isAvailable(field, event))
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
      ['id', 'label', 'parameters', 'rules'],
      actions.map(({ id, words: key, parameters, last, families }) => [
        code(id),
        label('action', key ?? id) + (last ? ' (must be the last)' : ''),
        parameters.map(({ name, kind, optional }) => `${code(name)} ${kind}${optional ? ', optional' : ''}`).join('; '),
        families.join(', '),
      ]),
    ),
    '## Placeholders',
    ...table(
      ['name', 'type', 'shows'],
      placeholders.map(({ id, type }) => [code(`@${id}`), type, label('placeholder', id)]),
    ),
    '## Variables',
    ...table(
      ['name', 'shows'],
      variables.map(({ id }) => [code(`{{ ${id} }}`), label('variable', id)]),
    ),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function valuesOf(type: ValueType): string {
  if (type.kind === 'integer') return `${type.min}–${type.max}`;
  if (type.kind === 'choice' || type.kind === 'state')
    return [...type.options.map(code), ...(type.kind === 'choice' && type.open ? ['or another'] : [])].join(' ');
  return type.kind === 'reference' ? `key of a \`${type.to}\`` : type.kind;
}

const code = (id: string) => `\`${id}\``;

function label(kind: 'event' | 'field' | 'operator' | 'action' | 'placeholder' | 'variable', id: string): string {
  const found: unknown = Reflect.get(words[kind], id);
  return typeof found === 'string' ? found : id;
}

if (import.meta.main) writeFileSync('docs/reference.md', `${referenceText()}\n`);
