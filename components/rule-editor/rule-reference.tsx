'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SearchInput } from '@/components/ui/search-input';
import { PanelSection } from '@/components/ui/side-panel';
import type { FieldDefinition } from '@/lib/engine/definition';
import { FORMS } from '@/lib/engine/family-form';
import { actionsFor, eventOf, fieldsFor, isAvailable, operatorsFor } from '@/lib/engine/registry';
import type { Family } from '@/lib/engine/value';
import { namesIn } from './text-names';

/** Ids to write in the developer view, out of the definitions: fields with operators, actions, placeholders. */
export function RuleReference({ family, event }: { family: Family; event: string }) {
  const t = useTranslations('rules.manual');
  const rules = useTranslations('rules');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const hits = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  const on = eventOf(event);
  const fields = fieldsFor(family).filter(
    (field) =>
      (!on || isAvailable(field, on)) &&
      hits(field.id, rules(`field.${field.id}` as 'field.message'), ...operatorsFor(field).map(({ id }) => id)),
  );
  const actions = actionsFor(family).filter(({ id, words, parameters }) =>
    hits(id, rules(`action.${words ?? id}` as 'action.wait'), ...parameters.map(({ name }) => name)),
  );
  const names = namesIn(family).filter(({ written, words }) => hits(written, rules(words)));
  const { namesEvent } = FORMS[family];
  return (
    <>
      <div className="border-b border-line px-4 py-3">
        <SearchInput value={search} onChange={setSearch} label={t('search')} className="w-full" />
      </div>
      {fields.length + actions.length + names.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('nothing')}</p>
      ) : null}
      {fields.length > 0 ? (
        <PanelSection title={`${t(namesEvent ? 'fields' : 'allFields')} · ${fields.length}`}>
          <ul className="grid gap-3">
            {fields.map((field) => (
              <FieldEntry key={field.id} field={field} />
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {actions.length > 0 ? (
        <PanelSection title={t('actions')}>
          <ul className="grid gap-3">
            {actions.map(({ id, words, parameters }) => (
              <li key={id}>
                <Id>{id}</Id>
                <p className="text-ink-2">{rules(`action.${words ?? id}` as 'action.wait')}</p>
                <Chips ids={parameters.map(({ name, optional }) => (optional ? `${name}?` : name))} />
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
      {names.length > 0 ? (
        <PanelSection title={t(namesEvent ? 'placeholders' : 'variables')}>
          <ul className="grid gap-2">
            {names.map(({ id, written, words }) => (
              <li key={id}>
                <Id>{written}</Id>
                <p className="text-ink-2">{rules(words)}</p>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
    </>
  );
}

function FieldEntry({ field }: { field: FieldDefinition }) {
  const t = useTranslations('rules.manual');
  const rules = useTranslations('rules');
  const { id, type, of } = field;
  return (
    <li>
      <div className="flex items-baseline justify-between gap-2">
        <Id>{id}</Id>
        <span className="text-xs text-ink-3">{t(`type.${type.kind}`)}</span>
      </div>
      <p className="text-ink-2">
        {rules(`field.${id}` as 'field.message')}
        {type.kind === 'integer' ? ` · ${t('values', { min: type.min, max: type.max })}` : ''}
        {type.kind === 'choice' || type.kind === 'state' ? ` · ${type.options.join(', ')}` : ''}
        {of ? ` · ${t('of', { kind: of })}` : ''}
      </p>
      <Chips ids={operatorsFor(field).map((operator) => operator.id)} />
    </li>
  );
}

function Id({ children }: { children: string }) {
  return <code className="font-mono text-xs font-medium break-all">{children}</code>;
}

function Chips({ ids }: { ids: readonly string[] }) {
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {ids.map((id) => (
        <code key={id} className="rounded-xs border border-line px-1 font-mono text-2xs text-ink-2">
          {id}
        </code>
      ))}
    </p>
  );
}
