'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { TraceTable } from '@/components/rule-editor/trace-table';
import { fieldWords, valueWords } from '@/components/rule-editor/value-words';
import { FailureIcon, SuccessIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useProactiveView } from '@/lib/client/proactive';
import type { ProactiveViewDetail } from '@/lib/contracts/proactive';
import type { ConditionTrace, Trace, TraceNode } from '@/lib/engine/explain';
import { useReasonWords } from './view-reason';

interface ViewDetailProps {
  id: string;
  /** Only this message is asked about; empty for all. */
  message: string;
  references: References;
}

type Candidate = ProactiveViewDetail['candidates'][number];

/** Every message that was live on the page, in the order of priority, with the first thing that stopped it. */
export function ViewDetail({ id, message, references }: ViewDetailProps) {
  const t = useTranslations('proactive.views');
  const { data, isError } = useProactiveView(id);
  if (isError) return <Notice className="m-4">{t('failed')}</Notice>;
  if (!data) return <SkeletonRows rows={2} label={t('loading')} />;
  const nameOf = (each: string) =>
    data.candidates.find((candidate) => candidate.id === each)?.name ?? t('anotherMessage');
  const asked = data.candidates.filter((candidate) => message === '' || candidate.id === message);
  return (
    <div className="px-5 pt-1 pb-4 max-phone:px-4">
      <p className="pb-2 pl-6 text-xs text-ink-3 max-phone:pl-0">
        {t('inSight', { seconds: data.seconds })} <span className="break-all">{data.url}</span>
      </p>
      <ol aria-label={t('candidates')} className="grid divide-y divide-line rounded-md border border-line bg-surface">
        {asked.map((candidate) => (
          <CandidateLine key={candidate.id} candidate={candidate} nameOf={nameOf} references={references} />
        ))}
      </ol>
    </div>
  );
}

interface CandidateLineProps {
  candidate: Candidate;
  nameOf: (id: string) => string;
  references: References;
}

function CandidateLine({ candidate, nameOf, references }: CandidateLineProps) {
  const t = useTranslations('proactive.views');
  const rules = useTranslations('rules');
  const words = useReasonWords();
  const { id, name, reason, on, version } = candidate;
  // The trace of our own engine, which the contract describes more loosely.
  const trace = candidate.trace as unknown as Trace | null;
  const decided = reason.by === 'condition' && trace ? decidingCondition(trace) : undefined;
  const shown = reason.by === 'shown';
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <div className="flex items-start gap-2">
        {shown ? (
          <SuccessIcon className="mt-0.5 shrink-0 text-go-ink" />
        ) : (
          <FailureIcon className="mt-0.5 shrink-0 text-ink-3" />
        )}
        <div className="min-w-0 flex-1">
          <Link href={`/proactive/${id}`} prefetch={false} className="link font-medium">
            {name}
          </Link>{' '}
          <span className="text-xs text-ink-3">
            {on
              ? `${rules(`event.${on.event}` as 'event.page_loaded')}${on.seconds ? ` · ${t('after', { seconds: on.seconds })}` : ''} · `
              : ''}
            {t('version', { version })}
          </span>
          <p className={shown ? 'text-go-ink' : 'text-ink-2'}>
            {decided ? (
              <>
                {fieldWords(rules, decided.field, decided.of, references)}{' '}
                {rules(`operator.${decided.operator}` as 'operator.is').toLocaleLowerCase()}{' '}
                <span className="break-all">{valueWords(rules, decided.field, decided.expected, references)}</span>
                <strong className="block font-medium break-all">
                  {t('seen', { value: valueWords(rules, decided.field, decided.actual, references) })}
                </strong>
              </>
            ) : (
              words(reason, nameOf)
            )}
          </p>
        </div>
      </div>
      {trace && !shown ? (
        <details className="ml-6 max-phone:ml-0">
          <summary className="max-w-fit cursor-pointer text-xs text-ink-3 hover:text-ink">{t('conditions')}</summary>
          <div className="mt-1.5 rounded-md border border-line">
            <TraceTable trace={trace} references={references} />
          </div>
        </details>
      ) : null}
    </li>
  );
}

/** The first condition that alone made the whole fail: under ALL all the way down. */
function decidingCondition(trace: Trace): ConditionTrace | undefined {
  let node: TraceNode | undefined = trace;
  while (node && !('field' in node)) node = node.all?.find(({ verdict }) => verdict !== 'met');
  return node;
}
