'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { RetryIcon, TriggerIcon } from '@/components/ui/icons';
import { type StopState, Timeline, TimelineStop } from '@/components/ui/timeline';
import { actionOf } from '@/lib/engine/registry';
import type { Family, Json } from '@/lib/engine/value';
import { useFormats } from '@/lib/i18n/use-formats';
import { ActionIcon } from './action-icon';
import { Receipt } from './receipt';

/** One step of a firing as the log shows it. Times are ISO 8601. */
export interface StepView {
  readonly step: number;
  readonly action: string;
  readonly params: Readonly<Record<string, Json | undefined>>;
  readonly state: 'pending' | 'waiting' | 'sending' | 'done' | 'skipped' | 'cancelled' | 'failed';
  readonly dueAt: string | null;
  readonly doneAt: string | null;
  readonly attempt: number;
  readonly result: Readonly<Record<string, Json>> | null;
  readonly error: Readonly<Record<string, Json>> | null;
}

export interface StepTimelineProps {
  /** Of the rule; triggers unless said. */
  family?: Family;
  steps: readonly StepView[];
  /** When the rule matched. */
  matchedAt: string;
  version: number;
  /** Absent where the reader may not retry. */
  onRetry?: (step: number) => void;
  /** Within the wait that is running: what can be done about it. */
  waitVerbs?: ReactNode;
}

/** What a firing did, does and will do. */
export function StepTimeline({ family = 'trigger', steps, matchedAt, version, onRetry, waitVerbs }: StepTimelineProps) {
  const t = useTranslations('firings');
  const { timeExact } = useFormats();
  return (
    <Timeline label={t('steps')}>
      <TimelineStop state="done" icon={<TriggerIcon />} title={t('matched', { version })} at={timeExact(matchedAt)} />
      {steps.map((step) => (
        <Step key={step.step} family={family} step={step} onRetry={onRetry} waitVerbs={waitVerbs} />
      ))}
    </Timeline>
  );
}

interface StepProps extends Pick<StepTimelineProps, 'onRetry' | 'waitVerbs'> {
  family: Family;
  step: StepView;
}

function Step({ family, step, onRetry, waitVerbs }: StepProps) {
  const t = useTranslations('firings');
  const rules = useTranslations('rules');
  const { timeExact, timeSeconds } = useFormats();
  const definition = actionOf(family, step.action);
  const label = `action.${definition?.words ?? step.action}` as 'action.wait';
  const title = rules.has(label) ? rules(label) : step.action;
  const retry =
    step.state === 'failed' && onRetry ? (
      <Button size="sm" icon={<RetryIcon />} onClick={() => onRetry(step.step)}>
        {t('retry')}
      </Button>
    ) : null;
  return (
    <TimelineStop
      state={STATES[step.state]}
      icon={<ActionIcon name={definition?.icon ?? ''} />}
      title={
        <>
          {title} <StepSubject step={step} />
        </>
      }
      stateLabel={t(`stepState.${step.state}`)}
      at={
        retry ??
        (step.doneAt
          ? timeExact(step.doneAt)
          : step.dueAt
            ? t('until', { time: timeSeconds(step.dueAt) })
            : t(`stepState.${step.state}`))
      }
    >
      <StepDetail step={step} />
      {step.state === 'waiting' ? waitVerbs : null}
    </TimelineStop>
  );
}

function StepDetail({ step }: { step: StepView }): ReactNode {
  const t = useTranslations('firings');
  const rules = useTranslations('rules');
  const text = shownText(step);
  const reason = step.result?.reason ?? step.error?.code;
  const unless = Array.isArray(step.params.unless) ? step.params.unless.map(String) : [];
  return (
    <>
      {step.state === 'waiting' && step.dueAt ? (
        <div className="rounded-sm bg-wait-soft px-3 py-2 text-wait-ink">
          <Countdown until={step.dueAt} format={(left) => t('left', { left })} className="text-xl font-semibold" />
          {unless.length > 0 ? (
            <span className="block">
              {t('stopsIf', {
                list: unless.map((each) => rules(`option.${each}` as 'option.agent_replied')).join(', '),
              })}
            </span>
          ) : null}
        </div>
      ) : null}
      {text ? (
        <p className="rounded-sm bg-surface-2 px-3 py-2 break-words whitespace-pre-wrap text-ink-2">{text}</p>
      ) : null}
      {reason ? (
        <p className={step.state === 'failed' ? 'mt-1 text-stop-ink' : 'mt-1 text-ink-3'}>
          {t.has(`reason.${String(reason)}` as 'reason.rate')
            ? t(`reason.${String(reason)}` as 'reason.rate')
            : String(reason)}
          {step.attempt > 1 ? ` · ${t('attempts', { count: step.attempt })}` : ''}
          {typeof step.error?.detail === 'string' ? (
            <span className="block text-xs break-words text-ink-3">{step.error.detail}</span>
          ) : null}
        </p>
      ) : step.attempt > 1 ? (
        <p className="mt-1 text-ink-3">{t('attempts', { count: step.attempt })}</p>
      ) : null}
      <StepReceipt step={step} />
    </>
  );
}

/** What went to another side and what it answered. */
function StepReceipt({ step: { result } }: { step: StepView }) {
  if (!result || !RECEIPTS.some((name) => name in result)) return null;
  const { text: _text, reason: _reason, message: _message, draft: _draft, ...receipt } = result;
  return <Receipt value={receipt} />;
}

/** Keys that only receipts of effects outside the house have. */
const RECEIPTS = ['prompt', 'answer', 'sent'];

/** What was said if it was said, else what would be; tags by name. */
function shownText({ result, params }: StepView): string | null {
  const said = result?.text ?? params.text;
  if (typeof said === 'string' && said !== '') return said;
  return Array.isArray(params.tags) ? params.tags.join(', ') : null;
}

/** Beside the verb: how long a wait is, who a message is from. */
function StepSubject({ step: { action, params } }: { step: StepView }) {
  const { duration } = useFormats();
  const said =
    action === 'wait' && typeof params.seconds === 'number'
      ? duration(params.seconds * 1_000)
      : typeof params.sender === 'string'
        ? params.sender
        : null;
  return said === null ? null : <span className="font-normal text-ink-2">· {said}</span>;
}

const STATES: Record<StepView['state'], StopState> = {
  pending: 'todo',
  waiting: 'waiting',
  sending: 'waiting',
  done: 'done',
  skipped: 'stopped',
  cancelled: 'stopped',
  failed: 'failed',
};
