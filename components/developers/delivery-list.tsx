'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { useDeliveries, useRetryDelivery } from '@/lib/client/developers';
import { problemText } from '@/lib/client/problem-text';
import type { Delivery } from '@/lib/contracts/webhook';

/** What was sent to a webhook, newest first: what became of it and why, with Retry where it failed. */
export function DeliveryList({ webhook }: { webhook: string }) {
  const t = useTranslations('developers.webhooks');
  const errors = useTranslations('errors.code');
  const { data, error } = useDeliveries(webhook);
  const retry = useRetryDelivery(webhook);
  const failure = retry.error ?? (data ? null : error);
  return (
    <>
      {failure ? (
        <Notice tone="stop" className="mt-2">
          {problemText(failure, errors('unavailable'))}
        </Notice>
      ) : null}
      {data?.items.length === 0 ? <p className="mt-2 text-ink-3">{t('noDeliveries')}</p> : null}
      {data && data.items.length > 0 ? (
        <ul aria-label={t('deliveries')} className="mt-2 divide-y divide-line border-t border-line">
          {data.items.map((delivery) => (
            <Line
              key={delivery.id}
              delivery={delivery}
              busy={retry.isPending && retry.variables === delivery.id}
              onRetry={() => retry.mutate(delivery.id)}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Line({ delivery, busy, onRetry }: { delivery: Delivery; busy: boolean; onRetry: () => void }) {
  const t = useTranslations('developers.webhooks');
  const { id, kind, state, attempt, payload, createdAt, nextAt } = delivery;
  const reason = useReason(delivery);
  const tone = state === 'failed' ? 'stop' : state === 'done' ? 'go' : state === 'cancelled' ? 'neutral' : 'wait';
  return (
    <li className="py-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{t(`state.${state}`)}</Badge>
        <span className="font-mono text-xs">{typeof payload.type === 'string' ? payload.type : kind}</span>
        <span className="ml-auto text-xs text-ink-3">
          {t('tries', { count: attempt })} · <RelativeTime at={createdAt} />
        </span>
        {state === 'failed' || state === 'cancelled' ? (
          <Button size="xs" busy={busy} onClick={onRetry}>
            {t('retry')}
          </Button>
        ) : null}
      </div>
      {reason ? (
        <p className={`text-xs break-words ${state === 'failed' ? 'text-stop-ink' : 'text-ink-2'}`}>
          {reason}
          {state === 'ready' && attempt > 0 && nextAt ? (
            <>
              {' · '}
              <Countdown until={nextAt} format={(left) => t('next', { left })} />
            </>
          ) : null}
        </p>
      ) : null}
      <p className="font-mono text-2xs break-all text-ink-3">{id}</p>
    </li>
  );
}

/** Why the last attempt came to nothing; null when it did not. */
function useReason({ state, lastError }: Delivery): string | null {
  const t = useTranslations('developers.webhooks');
  const reasons = useTranslations('firings.reason');
  const code = typeof lastError?.code === 'string' ? lastError.code : null;
  if (code === null || state === 'done') return null;
  const status = /^answered_(\d+)$/.exec(code)?.[1];
  if (status) return t('answered', { status });
  if (code === 'webhook_gone') return t('switchedOff');
  return reasons.has(code as 'timed_out') ? reasons(code as 'timed_out') : code;
}
