'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Problem, problemText } from '@/lib/client/fetcher';
import { previewHolidays } from '@/lib/client/schedules';
import type { CalendarPreview, HolidayInput } from '@/lib/contracts/schedule';
import { useHolidayWords } from './use-holiday-words';

interface CalendarDialogProps {
  known: readonly HolidayInput[];
  onDone: (holidays: readonly HolidayInput[]) => void;
  onClose: () => void;
}

const LARGEST = 900_000;

/** Reads an iCalendar file, shows the whole days in it, and adopts those that are chosen. */
export function CalendarDialog({ known, onDone, onClose }: CalendarDialogProps) {
  const t = useTranslations('schedules.calendar');
  const ui = useTranslations('ui');
  const errors = useTranslations('errors');
  const [preview, setPreview] = useState<CalendarPreview | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const read = async (file: File | undefined) => {
    if (!file) return;
    setFailure(null);
    setPreview(null);
    if (file.size > LARGEST) return setFailure(t('tooLarge'));
    setBusy(true);
    try {
      const answer = await previewHolidays(await file.text());
      setPreview(answer);
      setChosen(new Set(answer.holidays.flatMap((each, index) => (isKnown(each, known) ? [] : [index]))));
    } catch (error) {
      const told = error instanceof Problem ? error.issues[0]?.message : undefined;
      setFailure(told ?? problemText(error, errors('code.unavailable')));
    } finally {
      setBusy(false);
    }
  };
  const toggle = (index: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(index);
    else next.delete(index);
    setChosen(next);
  };
  const count = chosen.size;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="form"
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={preview === null ? t('chooseFirst') : count === 0 ? t('nothingChosen') : null}
            onClick={() => {
              const wanted = preview?.holidays.filter((_, index) => chosen.has(index)) ?? [];
              onDone(wanted.map(({ name, from, to }) => ({ name, from, to })));
            }}
          >
            {t('add', { count })}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={t('file')} hint={t('fileHint')}>
          <input
            type="file"
            accept=".ics,text/calendar"
            aria-label={t('file')}
            className="block w-full rounded-sm border border-line-2 p-2 file:mr-3 file:font-medium"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </Field>
        {failure ? <Notice tone="stop">{failure}</Notice> : null}
        {preview ? <Found preview={preview} known={known} chosen={chosen} onToggle={toggle} /> : null}
      </div>
    </Dialog>
  );
}

interface FoundProps {
  preview: CalendarPreview;
  known: readonly HolidayInput[];
  chosen: ReadonlySet<number>;
  onToggle: (index: number, on: boolean) => void;
}

function Found({ preview, known, chosen, onToggle }: FoundProps) {
  const t = useTranslations('schedules.calendar');
  const words = useHolidayWords();
  const { holidays, skipped } = preview;
  return (
    <>
      <p role="status" className="font-medium">
        {t('found', { count: holidays.length })}
      </p>
      {holidays.length > 0 ? (
        <ul className="max-h-70 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {holidays.map((each, index) => (
            <li key={`${each.from} ${each.to} ${each.name}`} className="px-3 py-1.5">
              <Checkbox
                checked={chosen.has(index)}
                onChange={(on) => onToggle(index, on)}
                label={each.name}
                hint={`${words(each)}${isKnown(each, known) ? ` · ${t('known')}` : ''}`}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {skipped.length > 0 ? (
        <details className="rounded-md border border-line px-3 py-2">
          <summary className="font-medium">{t('skipped', { count: skipped.length })}</summary>
          <ul className="mt-2 grid max-h-50 gap-1 overflow-y-auto">
            {skipped.map(({ name, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike, and none ever moves
              <li key={index}>
                {name} <span className="text-ink-3">– {t(`reason.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function isKnown({ from, to }: HolidayInput, known: readonly HolidayInput[]): boolean {
  return known.some((each) => each.from <= from && each.to >= to);
}
