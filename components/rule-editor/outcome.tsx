'use client';

import { useTranslations } from 'next-intl';
import { Badge, type BadgeProps } from '@/components/ui/badge';
import { Countdown } from '@/components/ui/countdown';
import { CheckIcon, FailureIcon, MinusIcon, SuspendIcon, WaitIcon } from '@/components/ui/icons';
import type { Firing } from '@/lib/contracts/firing';

/** How a firing stands: its badge. */
export function OutcomeBadge({ outcome }: { outcome: Firing['outcome'] }) {
  const t = useTranslations('firings');
  const { tone, Icon } = LOOKS[outcome];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`state.${outcome}`)}
    </Badge>
  );
}

/** Beside the badge: the time left, or why it ended as it did. */
export function OutcomeNote({ firing, onEnd }: { firing: Firing; onEnd?: () => void }) {
  const t = useTranslations('log');
  const words = useTranslations('firings');
  const due = firing.steps.find(({ state }) => state === 'waiting')?.dueAt;
  if (firing.outcome === 'waiting' && due) {
    return <Countdown until={due} format={(left) => t('left', { left })} onEnd={onEnd} className="text-ink-3" />;
  }
  const failed = firing.steps.find(({ state }) => state === 'failed')?.error?.code;
  const reason = firing.outcome === 'done' ? null : (failed ?? firing.reason);
  if (typeof reason !== 'string') return null;
  const known = `reason.${reason}` as 'reason.rate';
  const text = words.has(known) ? words(known) : reason;
  return (
    <span title={text} className="truncate text-xs text-ink-3">
      {text}
    </span>
  );
}

const LOOKS = {
  done: { tone: 'go', Icon: CheckIcon },
  waiting: { tone: 'wait', Icon: WaitIcon },
  failed: { tone: 'stop', Icon: FailureIcon },
  stopped: { tone: 'neutral', Icon: MinusIcon },
  cancelled: { tone: 'neutral', Icon: SuspendIcon },
  skipped: { tone: 'neutral', Icon: MinusIcon },
} as const satisfies Record<Firing['outcome'], { tone: BadgeProps['tone']; Icon: typeof CheckIcon }>;
