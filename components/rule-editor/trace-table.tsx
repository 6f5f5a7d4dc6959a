'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { CSSProperties, ReactNode } from 'react';
import { Verdict } from '@/components/ui/verdict';
import type { ConditionTrace, GroupTrace, Trace, TraceNode } from '@/lib/engine/explain';
import { COMBINATORS, type Combinator } from '@/lib/engine/rule';
import type { References } from './editor-context';
import { fieldWords, valueWords } from './value-words';

interface TraceProps {
  trace: Trace;
  references?: References;
}

/** Every condition with what was expected, the value seen and its verdict; what decided a "no" is marked. */
export function TraceTable({ trace, references = {} }: TraceProps) {
  const t = useTranslations('rules');
  const { combinator, items } = partsOf(trace);
  const decided = decidingPath(trace);
  return (
    <table className="w-full border-collapse text-left max-phone:block" aria-label={t('trace.label')}>
      <thead className="border-b border-line text-xs text-ink-3 max-phone:sr-only">
        <tr>
          <th className="w-[31%] px-4 py-2 font-medium">{t('trace.condition')}</th>
          <th className="w-[22%] px-2 py-2 font-medium">{t('trace.expected')}</th>
          <th className="px-2 py-2 font-medium">{t('trace.seen')}</th>
          <th className="w-[132px] px-4 py-2 font-medium">{t('trace.result')}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-phone:block">
        {items.flatMap((item, index) => rowsOf(item, `${combinator}[${index}]`, 0, { references, decided }))}
      </tbody>
    </table>
  );
}

interface RowContext {
  references: References;
  decided: string | undefined;
}

function rowsOf(node: TraceNode, path: string, depth: number, context: RowContext): ReactNode[] {
  if ('field' in node)
    return [
      <ConditionLine
        key={path}
        trace={node}
        depth={depth}
        decided={context.decided === path}
        references={context.references}
      />,
    ];
  const { combinator, items } = partsOf(node);
  return [
    <GroupLine key={path} combinator={combinator} trace={node} depth={depth} />,
    ...items.flatMap((item, index) => rowsOf(item, `${path}.${combinator}[${index}]`, depth + 1, context)),
  ];
}

function GroupLine({ combinator, trace, depth }: { combinator: Combinator; trace: GroupTrace; depth: number }) {
  const t = useTranslations('rules');
  return (
    <tr className={lineClass(depth)} style={indented(depth)}>
      <td colSpan={3} className="px-4 py-2 pl-(--indent)">
        <span className="font-medium">{t(`trace.${combinator}`)}</span>
      </td>
      <td className="px-4 py-2 max-phone:col-start-2">
        <Verdict state={trace.verdict} />
      </td>
    </tr>
  );
}

function ConditionLine({
  trace,
  depth,
  decided,
  references,
}: {
  trace: ConditionTrace;
  depth: number;
  decided: boolean;
  references: References;
}) {
  const t = useTranslations('rules');
  return (
    <tr className={lineClass(depth, decided)} style={indented(depth)}>
      <td className="py-2 pr-4 pl-(--indent) max-phone:pb-0.5">{fieldWords(t, trace.field, trace.of, references)}</td>
      <td className="px-2 py-2 text-ink-2 max-phone:col-start-1 max-phone:py-0.5 max-phone:pl-(--indent)">
        {t(`operator.${trace.operator}` as 'operator.is').toLocaleLowerCase()}{' '}
        <span className="break-words">{valueWords(t, trace.field, trace.expected, references)}</span>
      </td>
      <td className="max-w-0 px-2 py-2 font-medium break-words max-phone:col-span-2 max-phone:max-w-none max-phone:py-0.5 max-phone:pr-4 max-phone:pl-(--indent)">
        <span className="hidden font-normal text-ink-3 max-phone:inline">{t('trace.seen')} </span>
        {valueWords(t, trace.field, trace.actual, references)}
        {trace.reason ? (
          <span className="block text-xs font-normal text-ink-3">{t(`unknown.${trace.reason}`)}</span>
        ) : null}
        {decided ? <span className="block text-xs font-normal text-ink-3">{t('trace.decided')}</span> : null}
      </td>
      <td className="px-4 py-2 max-phone:col-start-2 max-phone:row-start-1">
        <Verdict state={trace.verdict} />
      </td>
    </tr>
  );
}

/** The first condition that alone made an ALL fail, where there is one. */
function decidingPath(trace: Trace): string | undefined {
  if (trace.verdict === 'met' || !trace.all) return undefined;
  const wanted = trace.verdict;
  const index = trace.all.findIndex((node) => node.verdict === wanted);
  return index < 0 ? undefined : `all[${index}]`;
}

function partsOf(trace: GroupTrace): { combinator: Combinator; items: readonly TraceNode[] } {
  const combinator = COMBINATORS.find((each) => trace[each] !== undefined) ?? 'all';
  return { combinator, items: trace[combinator] ?? [] };
}

const lineClass = (depth: number, decided = false) =>
  clsx(
    'align-top max-phone:grid max-phone:grid-cols-[minmax(0,1fr)_auto] max-phone:pb-2',
    (depth > 0 || decided) && 'bg-surface-2',
    decided && 'shadow-[inset_3px_0_var(--color-ink)]',
  );
/** A custom property is not in React's type. */
const indented = (depth: number) => ({ '--indent': `${16 + depth * 16}px` }) as CSSProperties;
