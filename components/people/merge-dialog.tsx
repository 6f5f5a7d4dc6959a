'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { customerName } from '@/components/shell/customer-name';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SearchIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { shortId } from '@/components/ui/short-id';
import { mergeCustomer, useCustomerSearch, useMergePreview } from '@/lib/client/customers';
import { problemText } from '@/lib/client/problem-text';
import type { CustomerDetail } from '@/lib/contracts/customer';
import { MergeEffects } from './merge-effects';
import { useSave } from './use-save';

/** Chooses whom an anonymous customer is, shows what moves, and merges. */
export function MergeDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const t = useTranslations('customers');
  const called = useTranslations('shell.customer');
  const ui = useTranslations('ui');
  const errors = useTranslations('errors');
  const router = useRouter();
  const [text, setText] = useState('');
  const [into, setInto] = useState<string | null>(null);
  const search = useDeferredValue(text.trim());
  const found = useCustomerSearch(search);
  const preview = useMergePreview(customer.id, into);
  const target = preview.data?.into;
  const { save, busy, problem } = useSave(t('done.merged'), () => {
    onClose();
    router.push(`/people/${into}`);
  });
  const shown = search === '' ? [] : (found.data?.items ?? []);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('merge.title', { name: customerName(customer, called) })}
      description={t('merge.text')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            variant="danger"
            busy={busy}
            disabledReason={into === null ? t('merge.chooseFirst') : null}
            onClick={() => into !== null && void save(() => mergeCustomer(customer.id, into))}
          >
            {target ? t('merge.verb', { name: customerName(target, called) }) : t('merge.verbUnchosen')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {problem ? <Notice tone="stop">{problem}</Notice> : null}
        <Field label={t('merge.search')} hint={t('merge.searchHint')}>
          <Input
            autoFocus
            type="search"
            lead={<SearchIcon className="size-3.5" />}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setInto(null);
            }}
          />
        </Field>
        <div aria-live="polite">
          {shown.length > 0 ? (
            <RadioGroup
              legend={t('merge.found')}
              value={into ?? undefined}
              onChange={setInto}
              options={shown.map((each) => ({
                value: each.id,
                label: customerName(each, called),
                hint: [each.name === null ? null : each.email, shortId(each.key)].filter(Boolean).join(' · '),
              }))}
            />
          ) : search !== '' && found.isSuccess && !found.isPlaceholderData ? (
            <p className="text-ink-3">{t('merge.nobody', { search })}</p>
          ) : null}
          {found.isError ? <Notice tone="stop">{problemText(found.error, errors('code.unavailable'))}</Notice> : null}
        </div>
        {preview.isError ? <Notice tone="stop">{problemText(preview.error, errors('code.unavailable'))}</Notice> : null}
        {preview.data ? <MergeEffects preview={preview.data} /> : null}
      </div>
    </Dialog>
  );
}
