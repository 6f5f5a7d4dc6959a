'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { KeyValues } from '@/components/ui/key-values';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { rememberPreferences } from '@/lib/auth/remember-preferences';
import { fetchJson, Problem } from '@/lib/client/fetcher';
import type { Me } from '@/lib/contracts/team';

const ACCOUNT = 'account';

export interface ProfileCardProps {
  me: Me;
  /** Names of the groups. */
  groups: readonly string[];
  zones: readonly string[];
}

/** Own name and time zone; address, role and groups are for administrators to change. */
export function ProfileCard({ me, groups, zones }: ProfileCardProps) {
  const t = useTranslations('me.profile');
  const errors = useTranslations('errors');
  const router = useRouter();
  const [stored, setStored] = useState({ name: me.name, timeZone: me.timeZone ?? ACCOUNT });
  const [draft, setDraft] = useState(stored);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { dialog } = useUnsavedGuard(draft.name !== stored.name || draft.timeZone !== stored.timeZone);
  const errorOf = (path: string) => problem?.issues.find((issue) => issue.path === path)?.message;
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { name, timeZone } = draft;
      const body = { name, timeZone: timeZone === ACCOUNT ? null : timeZone };
      const saved = await fetchJson<Me>('/api/v1/me', { method: 'PUT', body });
      const now = { name: saved.name, timeZone: saved.timeZone ?? ACCOUNT };
      setStored(now);
      setDraft(now);
      await rememberPreferences();
      toast(t('saved'));
      router.refresh();
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem({ code: 'unavailable' }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t('title')}>
      {dialog}
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {problem && problem.issues.length === 0 ? (
          <Notice tone="stop">{problem.detail || errors('code.unavailable')}</Notice>
        ) : null}
        <Field label={t('name')} hint={t('nameHint')} error={errorOf('name')} required>
          <Input
            autoComplete="name"
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </Field>
        <Field label={t('timeZone')} error={errorOf('timeZone')}>
          <Combobox
            value={draft.timeZone}
            options={[
              { value: ACCOUNT, label: t('accountZone', { zone: readable(me.account.timeZone) }) },
              ...zones.map((zone) => ({ value: zone, label: readable(zone) })),
            ]}
            onChange={(timeZone) => setDraft({ ...draft, timeZone })}
          />
        </Field>
        <KeyValues
          items={[
            { id: 'email', label: t('email'), value: me.email ?? '–' },
            { id: 'role', label: t('role'), value: t(`roles.${me.role}`) },
            { id: 'groups', label: t('groups'), value: groups.join(', ') || t('noGroups') },
          ]}
        />
        <div>
          <Button variant="primary" type="submit" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function readable(zone: string): string {
  return zone.replaceAll('_', ' ');
}
