'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import type { Switch as SwitchName } from '@/lib/engine/definition';
import { comparing, operandOf } from '@/lib/engine/operand';
import { isConfiguration } from '@/lib/engine/references';
import { fieldOf, operatorOf } from '@/lib/engine/registry';
import type { Condition } from '@/lib/engine/rule';
import { AskedControl } from './asked-control';
import { type ConditionDraft, withOperator } from './draft';
import { errorAt, useRuleEditor } from './editor-context';
import { FieldPicker } from './field-picker';
import { OperatorPicker } from './operator-picker';
import { ValueControl } from './value-control';
import { WithError } from './with-error';

interface ControlsProps {
  draft: ConditionDraft;
  path: string;
}

/** Field, operator and value of a condition, each with its own error. Nothing to compare before a field is chosen. */
export function ConditionControls({ draft, path }: ControlsProps) {
  const t = useTranslations('rules');
  const { family, dispatch, errors } = useRuleEditor();
  const { condition } = draft;
  const replace = (next: Condition) => dispatch({ kind: 'replace_item', item: { ...draft, condition: next } });
  const field = fieldOf(condition.field);
  const operator = operatorOf(condition.operator);
  const named = field?.of === undefined ? undefined : errorAt(errors, `${path}.${field.of}`);
  const missing = errorAt(errors, `${path}.field`);
  return (
    <>
      <WithError error={missing && condition.field === '' ? t('editor.fieldMissing') : (missing ?? named)}>
        <Subject condition={condition} onChange={replace} />
      </WithError>
      {field ? (
        <>
          <WithError error={errorAt(errors, `${path}.operator`)}>
            <OperatorPicker
              field={field}
              operator={condition.operator}
              onChange={(next) => replace(withOperator(condition, next))}
            />
          </WithError>
          {operator ? (
            <WithError error={errorAt(errors, `${path}.value`)}>
              {field.within === undefined ? null : (
                <AskedControl field={field} condition={condition} onChange={replace} />
              )}
              <ValueControl
                field={field}
                operator={operator}
                value={operandOf(field, condition)}
                onChange={(value) => replace(comparing(field, condition, value))}
              />
              {field.switches?.map((name) => (
                <SwitchControl key={name} name={name} condition={condition} onChange={replace} />
              ))}
            </WithError>
          ) : null}
        </>
      ) : (
        <p className="col-span-2 flex min-h-8 items-center text-xs text-ink-3 max-[900px]:col-span-1">
          {t('editor.chooseHint', { family })}
        </p>
      )}
    </>
  );
}

/** The field, and what the page calls the thing that it is asked of. */
function Subject({ condition, onChange }: { condition: Condition; onChange: (next: Condition) => void }) {
  const t = useTranslations('rules');
  const of = fieldOf(condition.field)?.of;
  return (
    <>
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
    </>
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
