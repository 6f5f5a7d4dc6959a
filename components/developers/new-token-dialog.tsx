'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { useCreateToken } from '@/lib/client/developers';
import { Problem } from '@/lib/client/fetcher';
import type { NewToken } from '@/lib/contracts/token';

const ROLES = ['lead', 'admin', 'agent'] as const;
const EXPIRIES = ['90', '30', '365', 'never'] as const;
const DAY = 86_400_000;

export function NewTokenDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (token: NewToken) => void }) {
  const t = useTranslations('developers.tokens');
  const ui = useTranslations('ui');
  const create = useCreateToken();
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('lead');
  const [expiry, setExpiry] = useState<(typeof EXPIRIES)[number]>('90');
  const problem = create.error instanceof Problem ? create.error : null;
  const nameProblem = problem?.issues.find(({ path }) => path === 'name')?.message;
  const submit = () => {
    const expiresAt = expiry === 'never' ? null : new Date(Date.now() + Number(expiry) * DAY).toISOString();
    create.mutate({ name, role, expiresAt }, { onSuccess: onCreated });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('new')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="new-token" busy={create.isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form
        id="new-token"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem && !nameProblem ? <Notice tone="stop">{problem.detail}</Notice> : null}
        <Field label={t('name')} hint={t('nameHint')} error={nameProblem} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('role')} hint={t('roleHint')}>
          <Select
            value={role}
            options={ROLES.map((each) => ({ value: each, label: t(`roles.${each}`) }))}
            onChange={(next) => setRole(ROLES.find((each) => each === next) ?? 'lead')}
          />
        </Field>
        <Field label={t('expires')}>
          <Select
            value={expiry}
            options={EXPIRIES.map((each) => ({ value: each, label: t(`expiry.${each}`) }))}
            onChange={(next) => setExpiry(EXPIRIES.find((each) => each === next) ?? '90')}
          />
        </Field>
      </form>
    </Dialog>
  );
}
