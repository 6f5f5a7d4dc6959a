'use client';

import { useTranslations } from 'next-intl';
import { customerName } from '@/components/shell/customer-name';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { liftSuspension } from '@/lib/client/customers';
import type { CustomerDetail, Suspension } from '@/lib/contracts/customer';
import { useFormats } from '@/lib/i18n/use-formats';
import { useSave } from './use-save';

/** The suspension in force, with its reason and by whom, and earlier ones. Nothing where there never was one. */
export function SuspensionCard({ customer, mayLift }: { customer: CustomerDetail; mayLift: boolean }) {
  const t = useTranslations('customers');
  const called = useTranslations('shell.customer');
  const formats = useFormats();
  const { save, busy, problem } = useSave(t('done.lifted', { name: customerName(customer, called) }), () => {});
  const { suspension, liftedSuspensions } = customer;
  if (!suspension && liftedSuspensions.length === 0) return null;
  return (
    <Card
      title={suspension ? t('suspension.title') : t('suspension.earlier')}
      action={
        suspension && mayLift ? (
          <Button size="sm" busy={busy} onClick={() => void save(() => liftSuspension(customer.id))}>
            {t('verb.lift')}
          </Button>
        ) : null
      }
    >
      <div className="grid gap-3">
        {problem ? <Notice tone="stop">{problem}</Notice> : null}
        {suspension ? <OneSuspension suspension={suspension} /> : null}
        {suspension && liftedSuspensions.length > 0 ? (
          <h3 className="text-xs font-medium text-ink-2">{t('suspension.earlier')}</h3>
        ) : null}
        {liftedSuspensions.map((each) => (
          <OneSuspension
            key={`${each.at}:${each.liftedAt}`}
            suspension={each}
            end={
              each.liftedBy === null
                ? t('suspension.until', { date: formats.dateTime(each.liftedAt) })
                : t('suspension.liftedBy', { date: formats.dateTime(each.liftedAt), name: each.liftedBy })
            }
          />
        ))}
      </div>
    </Card>
  );
}

function OneSuspension({ suspension, end }: { suspension: Suspension; end?: string }) {
  const t = useTranslations('customers');
  const formats = useFormats();
  return (
    <div>
      <p className="font-medium">{t(`scope.${suspension.scope}`)}</p>
      <p className="break-words">
        {suspension.reason || <span className="text-ink-3">{t('suspension.noReason')}</span>}
      </p>
      <p className="text-xs text-ink-3">
        {t.rich('suspension.by', { date: formats.dateTime(suspension.at), who: () => <Author by={suspension.by} /> })}
        {end ? <span className="block">{end}</span> : null}
      </p>
    </div>
  );
}

/** Who suspended: a person, or the rule that did. */
export function Author({ by }: { by: Suspension['by'] }) {
  if (by.kind !== 'rule' || by.id === null) return by.name;
  return (
    <Link href={`/triggers/${by.id}`} prefetch={false} className="link">
      {by.name}
    </Link>
  );
}
