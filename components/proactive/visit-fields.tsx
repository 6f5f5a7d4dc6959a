'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { fieldOf } from '@/lib/engine/registry';
import { conditionsOf, type Group } from '@/lib/engine/rule';
import type { Preview, Visit } from './use-preview';

interface VisitFieldsProps {
  when: Group;
  visit: Visit;
  set: Preview['set'];
}

const LANGUAGES = ['en', 'fr', 'fr-CA', 'de', 'es', 'it'];
const NONE = '-';

/** What one types of a visit; of the page's metadata what the conditions ask for. */
export function VisitFields({ when, visit, set }: VisitFieldsProps) {
  const t = useTranslations('proactive.preview');
  const locale = useLocale();
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <div className="grid gap-2.5">
      <Field label={t('url')}>
        <Input value={visit.url} maxLength={2_000} onChange={(event) => set({ url: event.target.value })} />
      </Field>
      <Field label={t('pageTitle')}>
        <Input value={visit.title} maxLength={500} onChange={(event) => set({ title: event.target.value })} />
      </Field>
      <Field label={t('referrer')}>
        <Input
          value={visit.referrer}
          maxLength={2_000}
          placeholder={t('referrerExample')}
          onChange={(event) => set({ referrer: event.target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 items-end gap-2.5">
        <Field label={t('history')}>
          <Select
            value={visit.returning ? 'returning' : 'new'}
            options={[
              { value: 'new', label: t('new') },
              { value: 'returning', label: t('returning') },
            ]}
            onChange={(next) => set({ returning: next === 'returning', hoursSinceLastVisit: null })}
          />
        </Field>
        <Field label={t('language')}>
          <Select
            value={visit.language ?? NONE}
            options={[
              { value: NONE, label: t('anyLanguage') },
              ...LANGUAGES.map((tag) => ({ value: tag, label: languages.of(tag) ?? tag })),
            ]}
            onChange={(next) => set({ language: next === NONE ? null : next })}
          />
        </Field>
        <Field label={t('time')}>
          <Input
            type="number"
            min={0}
            max={86_400}
            value={visit.secondsOnPage}
            tail={<span className="text-xs text-ink-3">s</span>}
            onChange={(event) => set({ secondsOnPage: whole(event.target.value, 86_400) ?? 0 })}
          />
        </Field>
        {visit.returning ? (
          <Field label={t('lastVisit')}>
            <Input
              type="number"
              min={0}
              max={100_000}
              value={visit.hoursSinceLastVisit ?? ''}
              tail={<span className="text-xs text-ink-3">h</span>}
              onChange={(event) => set({ hoursSinceLastVisit: whole(event.target.value, 100_000) })}
            />
          </Field>
        ) : null}
      </div>
      {namesAsked(when).map((name) => (
        <Field key={name} label={t('metadata', { name })}>
          <Input
            value={visit.metadata[name] ?? ''}
            maxLength={500}
            onChange={(event) => set({ metadata: withEntry(visit.metadata, name, event.target.value) })}
          />
        </Field>
      ))}
    </div>
  );
}

/** Null where nothing is typed. */
function whole(text: string, most: number): number | null {
  if (text === '') return null;
  return Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0));
}

/** An empty one is none. */
function withEntry(metadata: Visit['metadata'], name: string, value: string): Visit['metadata'] {
  const { [name]: _, ...others } = metadata;
  return value === '' ? others : { ...others, [name]: value };
}

/** Names of the page's metadata that the conditions look at. */
function namesAsked(when: Group): string[] {
  const names = [...conditionsOf(when)].flatMap(({ condition }) =>
    fieldOf(condition.field)?.of === 'metadata' ? [String(condition.metadata ?? '').trim()] : [],
  );
  return [...new Set(names)].filter((name) => name !== '');
}
