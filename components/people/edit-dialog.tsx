'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { changeCustomer } from '@/lib/client/customers';
import type { CustomerDetail } from '@/lib/contracts/customer';
import { useSave } from './use-save';

const FIELDS = ['name', 'email', 'language'] as const;

/** Name, address and language; an empty field empties. */
export function EditDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const t = useTranslations('customers');
  const ui = useTranslations('ui');
  const [draft, setDraft] = useState(() => ({
    name: customer.name ?? '',
    email: customer.email ?? '',
    language: customer.language ?? '',
  }));
  const { save, busy, problem, errorOf } = useSave(t('done.saved'), onClose);
  const hints = { name: undefined, email: t('edit.emailHint'), language: t('edit.languageHint') };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('edit.title')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="customer" busy={busy}>
            {t('edit.save')}
          </Button>
        </>
      }
    >
      <form
        id="customer"
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const { name, email, language } = draft;
          const given = (text: string) => text.trim() || null;
          void save(() =>
            changeCustomer(customer.id, { name: given(name), email: given(email), language: given(language) }),
          );
        }}
      >
        {problem && !FIELDS.some(errorOf) ? <Notice tone="stop">{problem}</Notice> : null}
        {FIELDS.map((field) => (
          <Field key={field} label={t(`detail.${field}`)} hint={hints[field]} error={errorOf(field)}>
            <Input
              autoFocus={field === 'name'}
              inputMode={field === 'email' ? 'email' : undefined}
              boxClassName={field === 'language' ? 'w-32!' : undefined}
              value={draft[field]}
              onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
            />
          </Field>
        ))}
      </form>
    </Dialog>
  );
}
