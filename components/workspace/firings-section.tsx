'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDoneWords } from '@/components/rule-editor/done-words';
import { useRetry } from '@/components/rule-editor/retry-steps';
import { Button } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { HelpIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import { useFirings } from '@/lib/client/workspace';
import type { ConversationFirings, WorkspaceConversation } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { SECTION } from './panel-class';
import { WhyNotDialog } from './why-not-dialog';

type FiringLine = ConversationFirings['items'][number];

/** What rules did in this conversation, and why others did not: "why did the customer get this message?". */
export function FiringsSection({ conversation }: { conversation: WorkspaceConversation }) {
  const t = useTranslations('workspace.firings');
  const { data, isPending, isError, refetch } = useFirings(conversation.id);
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="firings" className={SECTION}>
      <h3 id="firings" className="flex text-xs font-semibold">
        {t('title')}
        <span className="ml-auto font-normal text-ink-3 tabular-nums">{data?.total ?? ''}</span>
      </h3>
      {isPending ? <Skeleton className="mt-3" /> : null}
      {isError ? (
        <p className="mt-1.5 text-ink-3">
          {t('failed')}{' '}
          <Button size="xs" onClick={() => void refetch()}>
            {t('again')}
          </Button>
        </p>
      ) : null}
      {data?.items.length === 0 ? <p className="mt-1.5 text-ink-3">{t('none')}</p> : null}
      <ul className="mt-2 grid gap-3">
        {data?.items.map((firing) => (
          <Firing key={firing.id} firing={firing} onChange={() => void refetch()} />
        ))}
      </ul>
      {data && data.total > data.items.length ? (
        <Link href={`/log?conversation=${encodeURIComponent(conversation.key)}&range=30d`} className="link mt-2 block">
          {t('all', { count: data.total })}
        </Link>
      ) : null}
      <Button
        variant="quiet"
        size="sm"
        className="mt-2 -ml-[9px]"
        icon={<HelpIcon className="size-3.5" />}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {t('whyNot')}
      </Button>
      {asking ? <WhyNotDialog conversation={conversation} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function Firing({ firing, onChange }: { firing: FiringLine; onChange: () => void }) {
  const t = useTranslations('workspace.firings');
  const words = useTranslations('firings');
  const log = useTranslations('log');
  const formats = useFormats();
  const { retry, busy, error } = useRetry(firing.id, onChange);
  const did = useDoneWords()(firing);
  const failed = firing.steps.find(({ mayRetry }) => mayRetry);
  const reason = firing.steps.find((step) => step.error !== null)?.error ?? firing.reason;
  const known = `reason.${reason}` as 'reason.rate';
  const state = words(`state.${firing.outcome}`);
  const quiet = firing.outcome === 'done' || firing.outcome === 'waiting' || reason === null;
  // Known reasons say the state themselves.
  const told = quiet ? state : words.has(known) ? words(known) : `${state}: ${reason}`;
  return (
    <li className="flex gap-2.5">
      <StatusDot tone={TONES[firing.outcome]} className="h-5" />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <Link
            href={`/log/${firing.id}`}
            prefetch={false}
            className="min-w-0 flex-1 font-medium break-words hover:underline"
          >
            {firing.rule.name}
          </Link>
          <time dateTime={firing.at} title={formats.exact(firing.at)} className="text-xs text-ink-3 tabular-nums">
            {formats.time(firing.at)}
          </time>
        </div>
        <p className="text-xs text-ink-2">
          {told}
          {firing.outcome === 'waiting' && firing.dueAt ? (
            <>
              {', '}
              <Countdown until={firing.dueAt} format={(left) => log('left', { left })} onEnd={onChange} />
            </>
          ) : null}
          {did ? ` · ${did}` : null}
          {!did && firing.messages.length > 0 ? `, ${t('messages', { count: firing.messages.length })}` : null}
        </p>
        {failed ? (
          <Button size="xs" className="mt-1.5" busy={busy} onClick={() => retry(failed.step)}>
            {words('retry')}
          </Button>
        ) : null}
        {error ? (
          <p role="alert" className="text-xs text-stop-ink">
            {error}
          </p>
        ) : null}
      </div>
    </li>
  );
}

const TONES: Record<FiringLine['outcome'], StatusTone> = {
  done: 'active',
  waiting: 'waiting',
  failed: 'broken',
  stopped: 'inactive',
  cancelled: 'inactive',
  skipped: 'inactive',
};
