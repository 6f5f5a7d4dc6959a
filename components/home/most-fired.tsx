import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { type DataHue, Meter } from '@/components/ui/meter';
import { useFormats } from '@/lib/i18n/use-formats';

export interface MostFiredProps {
  rules: readonly { id: string; name: string; family: string; fired: number; failed: number }[];
}

const HUES: Readonly<Record<string, DataHue>> = { trigger: 1, proactive: 2, workflow: 3 };

/** The rules that fired most in a week; each leads to its firings. */
export function MostFired({ rules }: MostFiredProps) {
  const t = useTranslations('home.often');
  const formats = useFormats();
  const most = rules[0]?.fired ?? 0;
  return (
    <Card title={t('title')}>
      {rules.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="grid gap-3">
        {rules.map(({ id, name, family, fired, failed }) => (
          <li key={id}>
            <div className="mb-1 flex items-baseline gap-3">
              <Link
                href={`/log?rule=${id}&range=7d`}
                prefetch={false}
                className="min-w-0 flex-1 truncate hover:underline"
                title={name}
              >
                {name}
              </Link>
              {failed > 0 ? <span className="text-xs text-stop-ink">{t('failed', { count: failed })}</span> : null}
              <span className="tabular-nums">{formats.number(fired)}</span>
            </div>
            <Meter value={fired} max={most} label={name} hue={HUES[family] ?? 1} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
