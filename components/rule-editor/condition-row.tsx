'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { CloseIcon } from '@/components/ui/icons';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { Verdict } from '@/components/ui/verdict';
import { ConditionControls } from './condition-controls';
import { ConditionLine } from './condition-line';
import type { ConditionDraft } from './draft';
import { useRuleEditor } from './editor-context';
import { FieldHint } from './field-hint';
import { HoursUntil } from './hours-until';
import { SortableRow } from './sortable';

export interface ConditionRowProps {
  draft: ConditionDraft;
  path: string;
  number: number;
  removable: boolean;
}

/** Grip, field, operator, value, verdict, remove; on a phone the condition in words, edited in a sheet of its own. */
export function ConditionRow(props: ConditionRowProps) {
  const { draft, path, number } = props;
  const t = useTranslations('rules');
  const { dispatch, errors } = useRuleEditor();
  const phone = useMediaQuery('(width < 720px)');
  return (
    <SortableRow
      id={draft.key}
      label={t('editor.moveCondition', { number })}
      onMove={(by) => dispatch({ kind: 'move_item', key: draft.key, by })}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid of this kind in every browser */}
      <div role="group" aria-label={t('editor.condition', { number })} className="min-w-0 flex-1">
        {phone ? <ConditionLine {...props} /> : <ConditionGrid {...props} />}
        {errors[path] ? (
          <div className="mt-1">
            <FieldError>{errors[path]}</FieldError>
          </div>
        ) : null}
      </div>
    </SortableRow>
  );
}

function ConditionGrid({ draft, path, number, removable }: ConditionRowProps) {
  const t = useTranslations('rules');
  const { dispatch, verdicts } = useRuleEditor();
  const grid = useRef<HTMLDivElement>(null);
  const seen = draft.condition.field === '' ? undefined : verdicts[path];
  const { fresh = false } = draft;
  // Who has just added it goes on by choosing what it checks.
  useEffect(() => {
    if (fresh) grid.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }, [fresh]);
  return (
    <>
      <div
        ref={grid}
        className="grid grid-cols-[minmax(0,1.35fr)_minmax(0,1.15fr)_minmax(0,1.2fr)_auto] items-start gap-1.5 max-[900px]:grid-cols-2"
      >
        <ConditionControls draft={draft} path={path} />
        <div className="col-start-4 flex min-h-8 items-center gap-1 max-[900px]:col-start-auto">
          <span className="w-[92px]">{seen ? <Verdict state={seen.verdict} /> : null}</span>
          <IconButton
            label={t('editor.removeCondition', { number })}
            size="sm"
            icon={<CloseIcon />}
            disabledReason={removable ? null : t('editor.keepOne')}
            onClick={() => dispatch({ kind: 'remove_item', key: draft.key })}
          />
        </div>
      </div>
      <FieldHint field={draft.condition.field} />
      {seen?.hours ? (
        <div className="mt-1 text-right">
          <HoursUntil {...seen.hours} />
        </div>
      ) : null}
    </>
  );
}
