'use client';

import { useTranslations } from 'next-intl';
import { SortableList, SortableRow } from '@/components/rule-editor/sortable';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, ChevronDownIcon, ChevronRightIcon, CopyIcon, DeleteIcon, OptionsIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { Textarea } from '@/components/ui/textarea';
import { BOT_LIMITS, type BotStep, endsAnswer } from '@/lib/engine/bots/bot';
import { type AnswerDraft, linesOf, moved, newStep, STEP_KINDS, type StepDraft } from './draft';
import { useBotEditor } from './editor-context';
import { StepRow } from './step-row';
import { VariantField } from './variant-field';

interface AnswerCardProps {
  answer: AnswerDraft;
  path: string;
  number: number;
  open: boolean;
  onToggle: () => void;
  onChange: (answer: AnswerDraft) => void;
  onMove: (by: number) => void;
  onCopy: () => void;
  onRemove: () => void;
}

/** One answer: how customers put it, and what follows. Folded it is one line. */
export function AnswerCard(props: AnswerCardProps) {
  const { answer, path, number, open, onToggle, onChange, onMove, onCopy, onRemove } = props;
  const t = useTranslations('bots.answers');
  const { mayWrite, errors } = useBotEditor();
  const title = answer.title.trim() || t('untitled');
  const wrong = Object.keys(errors).some((each) => each.startsWith(`${path}.`) || each === path);
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <SortableRow id={String(answer.id)} label={t('move', { title })} onMove={onMove}>
      <section id={`answer-${answer.key}`} aria-label={title} className="min-w-0 flex-1 scroll-mt-4">
        <div className="flex min-h-8 items-center gap-2">
          <button
            type="button"
            aria-expanded={open}
            onClick={onToggle}
            className="flex min-h-8 min-w-0 flex-1 items-center gap-1.5 rounded-sm text-left max-phone:min-h-11"
          >
            <Chevron className="size-3.5 text-ink-3" />
            <span className="min-w-0 truncate font-medium">{title}</span>
            <span className="shrink-0 text-xs text-ink-3 max-phone:hidden">
              {t('summary', { phrases: linesOf(answer.phrases).length, steps: answer.steps.length })}
            </span>
          </button>
          {wrong && !open ? <Badge tone="stop">{t('wrong')}</Badge> : null}
          {answer.offered ? null : <Badge tone="line">{t('notOffered')}</Badge>}
          {mayWrite ? (
            <Menu
              trigger={<IconButton size="sm" label={t('options', { title })} icon={<OptionsIcon />} />}
              items={[
                { id: 'copy', label: t('copy'), icon: <CopyIcon />, onSelect: onCopy },
                { id: 'remove', label: t('remove'), icon: <DeleteIcon />, danger: true, onSelect: onRemove },
              ]}
            />
          ) : null}
        </div>
        {open ? <AnswerFields answer={answer} path={path} number={number} onChange={onChange} /> : null}
      </section>
    </SortableRow>
  );
}

function AnswerFields({ answer, path, onChange }: Pick<AnswerCardProps, 'answer' | 'path' | 'number' | 'onChange'>) {
  const t = useTranslations('bots.answers');
  const { mayWrite, errors, runBy } = useBotEditor();
  const messages = runBy[answer.key] ?? [];
  const phraseError = Object.entries(errors).find(([each]) => each.startsWith(`${path}.phrases`))?.[1];
  const setSteps = (steps: readonly StepDraft[]) => onChange({ ...answer, steps });
  return (
    <div className="grid gap-3 pt-1 pb-3">
      <VariantField
        label={t('title')}
        hint={t('titleHint')}
        short
        required
        value={{ text: answer.title, byLanguage: answer.titles }}
        path={path}
        maxLength={BOT_LIMITS.labelLength}
        onChange={({ text, byLanguage = {} }) => onChange({ ...answer, title: text, titles: byLanguage })}
      />
      {errors[`${path}.title`] ? <FieldError>{errors[`${path}.title`]}</FieldError> : null}
      {messages.length > 0 ? (
        <p className="-mt-1.5 text-xs text-ink-2">
          {t('runBy', { count: messages.length, names: messages.join(', ') })}
        </p>
      ) : null}
      <Field label={t('phrases')} hint={t('phrasesHint')} error={phraseError}>
        <Textarea
          rows={3}
          value={answer.phrases}
          readOnly={!mayWrite}
          placeholder={t('phrasesPlaceholder')}
          onChange={(event) => onChange({ ...answer, phrases: event.target.value })}
        />
      </Field>
      <Checkbox
        label={t('offered')}
        hint={t('offeredHint')}
        disabled={!mayWrite}
        checked={answer.offered}
        onChange={(offered) => onChange({ ...answer, offered })}
      />
      <div>
        <h3 className="text-xs font-medium text-ink-2">{t('steps')}</h3>
        <SortableList
          ids={answer.steps.map(({ id }) => String(id))}
          onPlace={(id, before) => setSteps(moved(answer.steps, Number(id), { before: Number(before) }))}
        >
          <div className="divide-y divide-line">
            {answer.steps.map((step, index) => (
              <StepRow
                key={step.id}
                step={step}
                path={`${path}.steps[${index}]`}
                number={index + 1}
                onChange={(next) => setSteps(answer.steps.map((each) => (each.id === step.id ? next : each)))}
                onRemove={() => setSteps(answer.steps.filter(({ id }) => id !== step.id))}
                onMove={(by) => setSteps(moved(answer.steps, step.id, { by }))}
              />
            ))}
          </div>
        </SortableList>
        {errors[`${path}.steps`] ? <FieldError>{errors[`${path}.steps`]}</FieldError> : null}
        {mayWrite ? <AddStep steps={answer.steps} onAdd={(step) => setSteps(withStep(answer.steps, step))} /> : null}
      </div>
    </div>
  );
}

function AddStep({ steps, onAdd }: { steps: readonly StepDraft[]; onAdd: (step: StepDraft) => void }) {
  const t = useTranslations('bots.steps');
  const full = steps.length >= BOT_LIMITS.steps;
  const ended = steps.some(endsAnswer);
  const reason = (kind: BotStep['step']) =>
    ended && (kind === 'transfer' || kind === 'quick_replies') ? t('endsAlready') : null;
  return (
    <Menu
      align="start"
      items={STEP_KINDS.map((kind) => ({
        ...{ id: kind, label: t(`kind.${kind}`), disabledReason: full ? t('stepsFull') : reason(kind) },
        onSelect: () => onAdd(newStep(kind)),
      }))}
      trigger={
        <Button variant="quiet" size="sm" icon={<AddIcon />} className="mt-1">
          {t('add')}
        </Button>
      }
    />
  );
}

/** What ends an answer stays last. */
function withStep(steps: readonly StepDraft[], step: StepDraft): StepDraft[] {
  const end = steps.findIndex(endsAnswer);
  return end === -1 ? [...steps, step] : [...steps.slice(0, end), step, ...steps.slice(end)];
}
