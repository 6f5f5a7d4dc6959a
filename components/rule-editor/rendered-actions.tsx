'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Parameter } from '@/lib/engine/definition';
import { renderPlaceholders, type ValueLabels } from '@/lib/engine/placeholder-text';
import { actionOf } from '@/lib/engine/registry';
import type { Action } from '@/lib/engine/rule';
import type { Facts, Family, Json } from '@/lib/engine/value';
import { ActionIcon } from './action-icon';
import type { References } from './editor-context';

interface RenderedActionsProps {
  family: Family;
  actions: readonly Action[];
  facts: Facts;
  references?: References;
  /** Writes a text in Liquid. */
  write?: (text: string) => string;
}

/** What a rule would do with these facts, texts rendered. */
export function RenderedActions({ family, actions, facts, references = {}, write }: RenderedActionsProps) {
  const t = useTranslations('rules');
  const labels = useValueLabels();
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const said = (parameter: Parameter, value: Json): string => {
    if (parameter.kind === 'text' && parameter.liquid) return write?.(String(value)) ?? String(value);
    if (parameter.kind === 'text' && parameter.placeholders) return renderPlaceholders(String(value), facts, labels);
    if (parameter.kind === 'reference')
      return references[parameter.to]?.find(({ key }) => key === value)?.name ?? (String(value) || '…');
    if (parameter.kind === 'offered')
      return references.offered?.[parameter.by]?.find(({ key }) => key === value)?.name ?? (String(value) || '…');
    if (parameter.kind === 'language') return names.of(String(value)) ?? String(value);
    return plain(t, value);
  };
  if (actions.length === 0) return <p className="text-ink-3">{t('editor.emptyActions')}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {actions.map((action, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is what identifies an action here
        <li key={index} className="flex gap-2">
          <span className="grid size-6 shrink-0 place-items-center rounded-xs bg-surface-3 text-ink-2">
            <ActionIcon name={actionOf(family, action.action)?.icon ?? ''} />
          </span>
          <div className="min-w-0 pt-0.5">
            <div className="font-medium">
              {t(`action.${actionOf(family, action.action)?.words ?? action.action}` as 'action.wait')}
            </div>
            {actionOf(family, action.action)?.parameters.map((parameter) => {
              const value = action[parameter.name];
              if (value === undefined || parameter.kind === 'texts') return null;
              const text = said(parameter, value);
              return (
                <div key={parameter.name} className="text-ink-2 break-words whitespace-pre-wrap">
                  {parameter.kind === 'text' && parameter.multiline
                    ? text
                    : `${t(`parameter.${parameter.name}` as 'parameter.text')} · ${text}`}
                </div>
              );
            })}
          </div>
        </li>
      ))}
    </ol>
  );
}

function useValueLabels(): ValueLabels {
  const t = useTranslations('rules');
  return {
    boolean: { true: t('option.true'), false: t('option.false') },
    status: { online: t('option.online'), away: t('option.away'), invisible: t('option.invisible') },
    sender_type: { agent: t('option.agent'), customer: t('option.customer') },
  };
}

function plain(t: ReturnType<typeof useTranslations<'rules'>>, value: Json): string {
  if (Array.isArray(value))
    return value
      .map((each) =>
        t.has(`option.${String(each)}` as 'option.true') ? t(`option.${String(each)}` as 'option.true') : String(each),
      )
      .join(', ');
  return typeof value === 'boolean' ? t(`option.${value}`) : String(value);
}
