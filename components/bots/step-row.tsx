'use client';

import { useTranslations } from 'next-intl';
import { SortableRow } from '@/components/rule-editor/sortable';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Field, FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import {
  CloseIcon,
  ConditionsIcon,
  CustomersIcon,
  type IconType,
  MessageIcon,
  TransferIcon,
} from '@/components/ui/icons';
import { BOT_LIMITS, type BotStep } from '@/lib/engine/bots/bot';
import type { StepDraft } from './draft';
import { useBotEditor } from './editor-context';
import { QuickReplies } from './quick-replies';
import { VariantField } from './variant-field';

interface StepRowProps {
  step: StepDraft;
  path: string;
  number: number;
  onChange: (step: StepDraft) => void;
  onRemove: () => void;
  onMove: (by: number) => void;
}

const ICONS: Readonly<Record<BotStep['step'], IconType>> = {
  message: MessageIcon,
  quick_replies: ConditionsIcon,
  ask: CustomersIcon,
  transfer: TransferIcon,
};

/** Grip, what the step does, what it says, remove. */
export function StepRow({ step, path, number, onChange, onRemove, onMove }: StepRowProps) {
  const t = useTranslations('bots.steps');
  const { mayWrite, errors } = useBotEditor();
  const Icon = ICONS[step.step];
  const own = errors[path];
  return (
    <SortableRow id={String(step.id)} label={t('move', { number })} onMove={onMove} className="px-0!">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay out its legend in a row */}
      <div role="group" aria-label={t('named', { number, kind: t(`kind.${step.step}`) })} className="min-w-0 flex-1">
        <div className="flex min-h-8 items-center gap-2">
          <span className="grid size-6 place-items-center rounded-xs bg-surface-2">
            <Icon className="size-3.5 text-ink-2" />
          </span>
          <span className="font-medium">{t(`kind.${step.step}`)}</span>
          {mayWrite ? (
            <IconButton
              size="sm"
              className="ml-auto"
              label={t('remove', { number })}
              icon={<CloseIcon />}
              onClick={onRemove}
            />
          ) : null}
        </div>
        <div className="grid gap-2 pb-1">
          <VariantField
            label={t(`text.${step.step}`)}
            hideLabel
            value={step}
            path={path}
            required={step.step !== 'transfer'}
            maxLength={BOT_LIMITS.textLength}
            onChange={({ text, byLanguage }) => onChange({ ...step, text, byLanguage })}
          />
          <Parameters step={step} path={path} onChange={onChange} />
          {own ? <FieldError>{own}</FieldError> : null}
        </div>
      </div>
    </SortableRow>
  );
}

function Parameters({ step, path, onChange }: Pick<StepRowProps, 'step' | 'path' | 'onChange'>) {
  const t = useTranslations('bots.steps');
  const { mayWrite, errors, groups } = useBotEditor();
  switch (step.step) {
    case 'message':
      return null;
    case 'quick_replies':
      return <QuickReplies step={step} path={path} onChange={(replies) => onChange({ ...step, replies })} />;
    case 'ask':
      return (
        <div className="flex flex-wrap gap-4">
          {(['name', 'email'] as const).map((field) => (
            <Checkbox
              key={field}
              label={t(`field.${field}`)}
              disabled={!mayWrite}
              checked={step.fields.includes(field)}
              onChange={(on) => {
                const fields = (['name', 'email'] as const).filter((each) =>
                  each === field ? on : step.fields.includes(each),
                );
                onChange({ ...step, fields });
              }}
            />
          ))}
          {errors[`${path}.fields`] ? <FieldError>{errors[`${path}.fields`]}</FieldError> : null}
        </div>
      );
    case 'transfer':
      return (
        <Field label={t('group')} error={errors[`${path}.group`]}>
          <GroupPicker value={step.group} groups={groups} onChange={(group) => onChange({ ...step, group })} />
        </Field>
      );
  }
}

const DEFAULT = '-';

/** A group, or the channel's default one. */
export function GroupPicker(props: {
  value: string | null;
  groups: readonly { key: string; name: string }[];
  onChange: (group: string | null) => void;
}) {
  const { value, groups, onChange } = props;
  const t = useTranslations('bots.steps');
  const { mayWrite } = useBotEditor();
  const gone = value !== null && !groups.some(({ key }) => key === value);
  return (
    <Combobox
      value={value ?? DEFAULT}
      disabledReason={mayWrite ? null : t('readOnly')}
      options={[
        { value: DEFAULT, label: t('defaultGroup') },
        ...groups.map(({ key, name }) => ({ value: key, label: name })),
        ...(gone ? [{ value, label: t('groupGone', { key: value }) }] : []),
      ]}
      onChange={(next) => onChange(next === DEFAULT ? null : next)}
    />
  );
}
