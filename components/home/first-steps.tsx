import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CheckIcon } from '@/components/ui/icons';

type Step = 'activate' | 'widget' | 'token' | 'event' | 'firing' | 'invite';

export interface FirstStepsProps {
  steps: readonly { step: Step; done: boolean; mine: boolean }[];
  /** Leaves out what is done. */
  openOnly?: boolean;
}

/** What a new account does first; each ticks itself off. */
export function FirstSteps({ steps, openOnly = false }: FirstStepsProps) {
  const t = useTranslations('home.steps');
  const next = steps.find(({ done, mine }) => !done && mine)?.step;
  const shown = openOnly ? steps.filter(({ done }) => !done) : steps;
  return (
    <Card
      divided
      padded={false}
      title={t('title')}
      note={t('progress', { done: steps.filter(({ done }) => done).length, total: steps.length })}
    >
      <ol className="divide-y divide-line">
        {shown.map(({ step, done, mine }) => (
          <li key={step} className="flex items-center gap-3 px-4 py-2.5">
            <span
              aria-hidden="true"
              className={`grid size-5 shrink-0 place-items-center rounded-full ${done ? 'bg-go text-surface' : 'border-[1.5px] border-edge'}`}
            >
              {done ? <CheckIcon className="size-3 stroke-[3]!" /> : null}
            </span>
            <div className="min-w-0 flex-1">
              <p className={done ? 'text-ink-3' : 'font-medium'}>
                {t(step)} <span className="sr-only">{done ? t('done') : t('open')}</span>
              </p>
              {done ? null : <p className="text-xs text-ink-2">{mine ? t(`${step}Text`) : t('others')}</p>}
            </div>
            {done || !mine ? null : (
              <ButtonLink size="sm" href={LINKS[step]} variant={step === next ? 'primary' : 'default'}>
                {t(`open_${step}`)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

const LINKS: Record<Step, string> = {
  activate: '/triggers',
  widget: '/channels',
  token: '/developers',
  event: '/developers/events',
  firing: '/log',
  invite: '/team',
};
