import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { BrokenIcon, WarningIcon } from '@/components/ui/icons';
import { ruleAddress } from '@/lib/client/rule-address';
import type { Broken } from '@/lib/contracts/trigger';

export interface NeedsAttentionProps {
  broken: readonly { id: string; name: string; family: string; broken: Broken }[];
  overdue: number;
  /** Integrations whose last attempt failed; `lastError` is a code of the log. */
  failing: readonly { id: string; name: string; lastError: string }[];
  mayRepair: boolean;
}

/** Rules that cannot run, waits that nobody works off, and what is connected and does not work. */
export function NeedsAttention({ broken, overdue, failing, mayRepair }: NeedsAttentionProps) {
  const t = useTranslations('home.attention');
  const log = useTranslations('firings');
  const count = broken.length + failing.length + (overdue > 0 ? 1 : 0);
  return (
    <Card divided padded={false} title={t('title')} note={count > 0 ? count : undefined}>
      {count === 0 ? <p className="px-4 py-3 text-ink-2">{t('none')}</p> : null}
      <ul className="divide-y divide-line">
        {overdue > 0 ? (
          <Entry
            icon={<WarningIcon />}
            tone="bg-wait-soft text-wait-ink"
            title={t('overdueTitle', { count: overdue })}
            text={t('overdueText')}
            action={
              <ButtonLink size="sm" href="/log?range=30d&outcome=waiting">
                {t('show')}
              </ButtonLink>
            }
          />
        ) : null}
        {failing.map(({ id, name, lastError }) => (
          <Entry
            key={id}
            icon={<WarningIcon />}
            tone="bg-stop-soft text-stop-ink"
            title={t('integration', { name })}
            text={
              log.has(`reason.${lastError}` as 'reason.timed_out')
                ? log(`reason.${lastError}` as 'reason.timed_out')
                : lastError
            }
            action={
              <ButtonLink size="sm" href="/settings/integrations">
                {t('show')}
              </ButtonLink>
            }
          />
        ))}
        {broken.map((rule) => (
          <Entry
            key={rule.id}
            icon={<BrokenIcon />}
            tone="bg-stop-soft text-stop-ink"
            title={t('broken', { name: rule.name })}
            text={reasonOf(rule.broken, t)}
            action={
              <ButtonLink size="sm" href={ruleAddress(rule.family, rule.id) ?? '/log'}>
                {mayRepair ? t('repair') : t('show')}
              </ButtonLink>
            }
          />
        ))}
      </ul>
    </Card>
  );
}

interface EntryProps {
  icon: ReactNode;
  tone: string;
  title: string;
  text: string;
  action: ReactNode;
}

function Entry({ icon, tone, title, text, action }: EntryProps) {
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <span className={`mt-0.5 grid size-6.5 shrink-0 place-items-center rounded-sm [&>svg]:size-3.5 ${tone}`}>
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{title}</p>
        <p className="text-xs text-ink-2">{text}</p>
      </div>
      {action}
    </li>
  );
}

function reasonOf(broken: Broken, t: ReturnType<typeof useTranslations<'home.attention'>>): string {
  if (broken.reason !== 'reference_gone') return t(broken.reason === 'limit' ? 'limit' : 'malformed');
  const [kind = '', ...name] = (broken.gone[0] ?? '').split(':');
  return t('gone', { kind, name: name.join(':') });
}
