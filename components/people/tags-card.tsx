'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { TagInput } from '@/components/ui/tag-input';
import { changeCustomer } from '@/lib/client/customers';
import type { CustomerDetail } from '@/lib/contracts/customer';
import { useSave } from './use-save';

/** Tags change at once. */
export function TagsCard({ customer, known }: { customer: CustomerDetail; known: readonly string[] }) {
  const t = useTranslations('customers');
  const [tags, show] = useOptimistic<readonly string[]>(customer.tags);
  const [, startTransition] = useTransition();
  const { save, problem, errorOf } = useSave(t('done.tags'), () => {});
  const change = (next: string[]) =>
    startTransition(async () => {
      show(next);
      await save(() => changeCustomer(customer.id, { tags: next }));
    });
  return (
    <Card title={t('detail.tags')}>
      <TagInput value={tags} onChange={change} suggestions={known} label={t('detail.tags')} />
      {problem ? (
        <Notice tone="stop" className="mt-2">
          {errorOf('tags') ?? problem}
        </Notice>
      ) : null}
    </Card>
  );
}
