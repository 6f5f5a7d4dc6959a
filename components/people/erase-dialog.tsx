'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { customerName } from '@/components/shell/customer-name';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { eraseCustomer, useErasurePreview } from '@/lib/client/customers';
import { problemText } from '@/lib/client/problem-text';
import type { CustomerDetail, Erasure } from '@/lib/contracts/customer';
import { useSave } from './use-save';

const COUNTED = [
  'conversations',
  'messages',
  'attachments',
  'events',
  'firings',
  'mails',
  'identities',
  'sessions',
] as const;

/** Says what goes, what stays and why, and wants the customer's name typed. */
export function EraseDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const t = useTranslations('customers');
  const called = useTranslations('shell.customer');
  const errors = useTranslations('errors');
  const router = useRouter();
  const { data, error } = useErasurePreview(customer.id);
  const { save, busy, problem } = useSave(t('done.erased'), () => {
    onClose();
    router.push('/people');
  });
  const failure = problem ?? (error ? problemText(error, errors('code.unavailable')) : null);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('erase.title', { name: customerName(customer, called) })}
      text={
        <>
          <span className="block">{t('erase.text')}</span>
          {data ? <Effects erasure={data} /> : null}
          {failure ? <span className="mt-2 block text-stop-ink">{failure}</span> : null}
        </>
      }
      verb={t('erase.verb')}
      confirmWord={customer.name ?? customer.email ?? customer.key}
      busy={busy}
      onConfirm={() => void save(() => eraseCustomer(customer.id))}
    />
  );
}

/** Spans alone: the text of a question is one paragraph. */
function Effects({ erasure: { removes, running, rules } }: { erasure: Erasure }) {
  const t = useTranslations('customers.erase');
  const counted = COUNTED.filter((each) => removes[each] > 0).map((each) =>
    t(`counts.${each}`, { count: removes[each] }),
  );
  return (
    <>
      <span className="mt-2 block font-medium text-ink">{t('removed')}</span>
      <span className="block">
        {counted.length > 0 ? t('removes', { list: counted.join(', ') }) : null} {t('removesAlways')}
      </span>
      {running > 0 ? <span className="block">{t('running', { count: running })}</span> : null}
      <span className="mt-2 block font-medium text-ink">{t('stays')}</span>
      <span className="block">{t('staysFigures')}</span>
      <span className="block">{t('staysOthers')}</span>
      {rules.length > 0 ? (
        <span className="mt-2 block text-wait-ink">
          {t('rules', { count: rules.length, names: rules.map(({ name }) => name).join(', ') })}
        </span>
      ) : null}
    </>
  );
}
