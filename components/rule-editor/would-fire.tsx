'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { shortId } from '@/components/ui/short-id';
import { PanelSection } from '@/components/ui/side-panel';
import { problemText } from '@/lib/client/problem-text';
import type { WouldFire as Answer } from '@/lib/contracts/firing';

const SHOWN = 5;

interface WouldFireProps {
  ask: () => Promise<Answer>;
  complete: boolean;
  /** Takes what one of these events saw; absent where nothing can be tried on an event. @throws Problem */
  onTake?: (event: string) => Promise<void>;
}

/** "On which of the last 200 events would it have fired?", asked of the stored facts. */
export function WouldFire({ ask, complete, onTake }: WouldFireProps) {
  const t = useTranslations('rules.would');
  const errors = useTranslations('errors.code');
  const { mutate, data, error, isPending } = useMutation({ mutationFn: ask });
  const taking = useMutation({ mutationFn: async (event: string) => onTake?.(event) });
  const failure = error ?? taking.error;
  const fired = data?.items.filter(({ fires }) => fires) ?? [];
  return (
    <PanelSection title={t('title')}>
      <div aria-live="polite" className="grid gap-2">
        {data ? <p>{t('answer', { examined: data.examined, fires: data.fires })}</p> : null}
        {fired.length > 0 ? (
          <ul className="grid gap-1 text-ink-2">
            {fired.slice(0, SHOWN).map(({ event, customer, conversation, occurredAt }) => (
              <li key={event} className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate">{customer ?? shortId(conversation ?? t('someone'))}</span>
                <RelativeTime at={occurredAt} className="text-xs text-ink-3" />
                {onTake ? (
                  <Button
                    size="xs"
                    variant="quiet"
                    aria-label={t('takeOf', { who: customer ?? shortId(conversation ?? t('someone')) })}
                    busy={taking.isPending && taking.variables === event}
                    onClick={() => taking.mutate(event)}
                  >
                    {t('take')}
                  </Button>
                ) : null}
              </li>
            ))}
            {fired.length > SHOWN ? (
              <li className="text-xs text-ink-3">{t('more', { count: fired.length - SHOWN })}</li>
            ) : null}
          </ul>
        ) : null}
        {failure ? <Notice tone="stop">{problemText(failure, errors('unavailable'))}</Notice> : null}
      </div>
      <Button
        size="sm"
        className="mt-2"
        busy={isPending}
        disabledReason={complete ? null : t('fix')}
        onClick={() => mutate()}
      >
        {data ? t('again') : t('run')}
      </Button>
    </PanelSection>
  );
}
