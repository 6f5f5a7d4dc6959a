'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { customerName } from '@/components/shell/customer-name';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { suspendCustomer } from '@/lib/client/customers';
import type { CustomerDetail } from '@/lib/contracts/customer';
import { useSave } from './use-save';

type Scope = 'messaging' | 'all';

/** Asks from what and why; says what happens. */
export function SuspendDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const t = useTranslations('customers');
  const called = useTranslations('shell.customer');
  const ui = useTranslations('ui');
  const name = customerName(customer, called);
  const [scope, setScope] = useState<Scope>('messaging');
  const [reason, setReason] = useState('');
  const { save, busy, problem, errorOf } = useSave(t('done.suspended', { name }), onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('suspend.title', { name })}
      description={t('suspend.text')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            variant="danger"
            busy={busy}
            onClick={() => void save(() => suspendCustomer(customer.id, { scope, reason: reason.trim() }))}
          >
            {t('suspend.verb')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {problem && !errorOf('reason') ? <Notice tone="stop">{problem}</Notice> : null}
        <RadioGroup
          legend={t('suspend.scope')}
          value={scope}
          onChange={setScope}
          options={(['messaging', 'all'] as const).map((value) => ({
            value,
            label: t(`scope.${value}`),
            hint: t(`suspend.${value}Hint`),
          }))}
        />
        <Field label={t('suspend.reason')} hint={t('suspend.reasonHint')} error={errorOf('reason')}>
          <Textarea autoFocus rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
