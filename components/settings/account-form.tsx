'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { fetchJson, Problem } from '@/lib/client/fetcher';
import type { Account } from '@/lib/contracts/account';

const NUMBERS = [
  ['capacity', 'capacity'],
  ['inactiveAfterMinutes', 'inactive'],
  ['automatedMessagesPerMinute', 'rate'],
] as const;

/** Name, language, zone and limits of the account. What is typed stays when saving fails. */
export function AccountForm({
  initial,
  zones,
  mayManage,
}: {
  initial: Account;
  zones: readonly string[];
  mayManage: boolean;
}) {
  const t = useTranslations('settings.account');
  const [stored, setStored] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(stored));
  const { dialog } = useUnsavedGuard(dirty);
  const errorOf = (path: string) => problem?.issues.find((issue) => issue.path === path)?.message;
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const account = await fetchJson<Account>('/api/v1/account', { method: 'PUT', body: bodyOf(draft) });
      setStored(account);
      setDraft(draftOf(account));
      toast(t('saved'));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="grid max-w-[560px] gap-4 p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {dialog}
      {mayManage ? null : <Notice>{t('readOnly')}</Notice>}
      {problem && problem.issues.length === 0 ? <Notice tone="stop">{problem.detail}</Notice> : null}
      <Field label={t('name')} error={errorOf('name')} required>
        <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label={t('language')}>
        <Select
          value={draft.language}
          options={(['en', 'fr'] as const).map((each) => ({ value: each, label: t(`languages.${each}`) }))}
          onChange={(next) => set({ language: next === 'fr' ? 'fr' : 'en' })}
        />
      </Field>
      <Field label={t('timeZone')} error={errorOf('timeZone')}>
        <Combobox
          value={draft.timeZone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          onChange={(timeZone) => set({ timeZone })}
        />
      </Field>
      {NUMBERS.map(([setting, label]) => (
        <Field key={setting} label={t(label)} error={errorOf(`settings.${setting}`)}>
          <Input
            inputMode="numeric"
            boxClassName="w-24!"
            value={draft[setting]}
            onChange={(event) => set({ [setting]: event.target.value })}
          />
        </Field>
      ))}
      <Checkbox
        label={t('automatic')}
        checked={draft.automaticAcceptance}
        onChange={(automaticAcceptance) => set({ automaticAcceptance })}
      />
      {mayManage ? (
        <div>
          <Button variant="primary" type="submit" busy={busy}>
            {t('save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

type Draft = ReturnType<typeof draftOf>;

function draftOf({ name, language, timeZone, settings }: Account) {
  return {
    ...{ name, language, timeZone, automaticAcceptance: settings.automaticAcceptance },
    capacity: String(settings.capacity),
    inactiveAfterMinutes: String(settings.inactiveAfterMinutes),
    automatedMessagesPerMinute: String(settings.automatedMessagesPerMinute),
  };
}

/** What is no whole number goes as it was typed: the server says what would be right. */
function bodyOf({ name, language, timeZone, automaticAcceptance, ...numbers }: Draft): object {
  const whole = Object.entries(numbers).map(([key, text]) => [
    key,
    /^\d{1,9}$/.test(text.trim()) ? Number(text) : text,
  ]);
  return { name, language, timeZone, settings: { automaticAcceptance, ...Object.fromEntries(whole) } };
}
