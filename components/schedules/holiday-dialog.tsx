'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toIssues } from '@/lib/contracts/issues';
import { type HolidayInput, holiday as holidaySchema } from '@/lib/contracts/schedule';
import { useScheduleWords } from './use-schedule-words';

interface HolidayDialogProps {
  /** Absent for a new one. */
  holiday?: HolidayInput;
  onDone: (holiday: HolidayInput) => void;
  onClose: () => void;
}

/** A named range of days; the last day follows the first until it is set. */
export function HolidayDialog({ holiday, onDone, onClose }: HolidayDialogProps) {
  const t = useTranslations('schedules.holidays');
  const ui = useTranslations('ui');
  const words = useScheduleWords();
  const [draft, setDraft] = useState<HolidayInput>(holiday ?? { name: '', from: '', to: '' });
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const result = holidaySchema.safeParse(draft, { reportInput: true });
    if (result.success) return onDone(result.data);
    setErrors(
      Object.fromEntries(
        toIssues(result.error.issues)
          .map((issue) => [issue.path, words(issue)])
          .reverse(),
      ),
    );
  };
  const change = (patch: Partial<HolidayInput>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setErrors({});
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={holiday ? t('editTitle') : t('newTitle')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="holiday">
            {holiday ? t('change') : t('addOne')}
          </Button>
        </>
      }
    >
      <form id="holiday" className="grid gap-3" onSubmit={submit} noValidate>
        <Field label={t('name')} error={errors.name} required>
          <Input autoFocus value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('from')} error={errors.from} required>
            <Input
              type="date"
              min="1970-01-01"
              max="9999-12-31"
              value={draft.from}
              onChange={({ target: { value } }) =>
                change({ from: value, ...(draft.to === '' || draft.to === draft.from ? { to: value } : {}) })
              }
            />
          </Field>
          <Field label={t('to')} error={errors.to} hint={t('toHint')} required>
            <Input
              type="date"
              min={draft.from || '1970-01-01'}
              max="9999-12-31"
              value={draft.to}
              onChange={(event) => change({ to: event.target.value })}
            />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
