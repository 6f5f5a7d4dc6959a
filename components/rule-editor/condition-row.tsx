'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { CloseIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Verdict } from '@/components/ui/verdict';
import type { Switch as SwitchName } from '@/lib/engine/definition';
import { isConfiguration } from '@/lib/engine/references';
import { fieldOf, operatorOf, operatorsFor } from '@/lib/engine/registry';
import type { Condition } from '@/lib/engine/rule';
import { type ConditionDraft, withOperator } from './draft';
import { errorAt, useRuleEditor } from './editor-context';
import { FieldPicker } from './field-picker';
import { HoursUntil } from './hours-until';
import { SortableRow } from './sortable';
import { ValueControl } from './value-control';
import { WRAPS } from './wraps';

export interface ConditionRowProps {
  draft: ConditionDraft;
  path: string;
  number: number;
  removable: boolean;
}

/** Grip, field, operator, value, verdict, remove. The error stands under the row, at its control's condition. */
export function ConditionRow({ draft, path, number, removable }: ConditionRowProps) {
  const t = useTranslations('rules');
  const { dispatch, errors, verdicts } = useRuleEditor();
  const { condition } = draft;
  const replace = (next: Condition) => dispatch({ kind: 'replace_item', item: { ...draft, condition: next } });
  const field = fieldOf(condition.field);
  const operator = operatorOf(condition.operator);
  const seen = verdicts[path];
  const error = errorAt(errors, path);
  return (
    <SortableRow
      id={draft.key}
      label={t('editor.moveCondition', { number })}
      onMove={(by) => dispatch({ kind: 'move_item', key: draft.key, by })}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid of this kind in every browser */}
      <div role="group" aria-label={t('editor.condition', { number })} className="min-w-0 flex-1">
        <div className="grid grid-cols-[minmax(0,1.35fr)_minmax(0,1.15fr)_minmax(0,1.2fr)_auto] items-start gap-1.5 max-[900px]:grid-cols-2 max-phone:grid-cols-1">
          <Subject condition={condition} onChange={replace} />
          <Select
            label={t('editor.operator')}
            className={WRAPS}
            value={condition.operator || undefined}
            options={(field ? operatorsFor(field) : []).map(({ id }) => ({
              value: id,
              label: t(`operator.${id}` as 'operator.is'),
            }))}
            onChange={(next) => replace(withOperator(condition, next))}
          />
          {field && operator ? (
            <div className="grid gap-1">
              <ValueControl
                type={field.type}
                operator={operator}
                value={condition.value ?? null}
                onChange={(value) => replace({ ...condition, value })}
              />
              {field.switches?.map((name) => (
                <SwitchControl key={name} name={name} condition={condition} onChange={replace} />
              ))}
            </div>
          ) : null}
          <div className="flex min-h-8 items-center gap-1 max-phone:justify-between">
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
        {seen?.hours ? (
          <div className="mt-1 text-right max-phone:text-left">
            <HoursUntil {...seen.hours} />
          </div>
        ) : null}
        {error ? (
          <div className="mt-1">
            <FieldError>{error}</FieldError>
          </div>
        ) : null}
      </div>
    </SortableRow>
  );
}

/** The field, and what the page calls the thing that it is asked of. */
function Subject({ condition, onChange }: { condition: Condition; onChange: (next: Condition) => void }) {
  const t = useTranslations('rules');
  const of = fieldOf(condition.field)?.of;
  return (
    <div className="grid min-w-0 gap-1">
      <FieldPicker condition={condition} onChange={onChange} />
      {of === undefined || isConfiguration(of) ? null : (
        <Input
          aria-label={t(`editor.named.${of}`)}
          placeholder={t(`editor.named.${of}`)}
          value={String(condition[of] ?? '')}
          maxLength={64}
          onChange={(event) => onChange({ ...condition, [of]: event.target.value })}
        />
      )}
    </div>
  );
}

interface SwitchControlProps {
  name: SwitchName;
  condition: Condition;
  onChange: (next: Condition) => void;
}

/** A truth value beside the condition's value; one that is false is not written. */
function SwitchControl({ name, condition, onChange }: SwitchControlProps) {
  const t = useTranslations('rules');
  return (
    <Checkbox
      label={t(`switch.${name}`)}
      checked={condition[name] === true}
      onChange={(on) => {
        const { [name]: _, ...rest } = condition;
        onChange(on ? ({ ...rest, [name]: true } as Condition) : (rest as Condition));
      }}
    />
  );
}
