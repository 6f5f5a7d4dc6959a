'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SaveHeader } from '@/components/shell/save-header';
import { Badge } from '@/components/ui/badge';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SidePanel } from '@/components/ui/side-panel';
import { StatusDot } from '@/components/ui/status-dot';
import { toast, toastUndo } from '@/components/ui/toast';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { type ScheduleBody, scheduleVerbs } from '@/lib/client/schedules';
import { useSave } from '@/lib/client/use-save';
import type { Schedule } from '@/lib/contracts/schedule';
import { prepareHours } from '@/lib/engine/hours/hours';
import { dateOf, wallClock } from '@/lib/engine/hours/upcoming';
import { ClockChange } from './clock-change';
import { DeleteSchedule } from './delete-schedule';
import { rangeOf } from './grid-range';
import { HolidaySection } from './holiday-section';
import { HoursSection } from './hours-section';
import { ScheduleNotices } from './schedule-notices';
import { UpcomingBar } from './upcoming-bar';
import { useClock } from './use-clock';
import { useScheduleForm } from './use-schedule-form';
import { useUndoKeys } from './use-undo-keys';
import { useWeekActs } from './use-week-acts';
import { UsedBy } from './used-by';
import type { Week } from './week';
import { WeekBar, type WeekView } from './week-bar';
import { WeekGrid } from './week-grid';
import { WeekTimes } from './week-times';
import { ZonePicker } from './zone-picker';

export interface ScheduleEditorProps {
  initial: ScheduleBody;
  /** Null for a schedule that is not stored yet. */
  stored: Schedule | null;
  mayWrite: boolean;
  /** ISO 8601: the moment that the server rendered. */
  now: string;
}

/** One schedule: its week as a grid or as times, its holidays, and what follows from them right now. */
export function ScheduleEditor({ initial, stored, mayWrite, now: start }: ScheduleEditorProps) {
  const t = useTranslations('schedules.editor');
  const stale = useTranslations('schedules.stale');
  const router = useRouter();
  const now = useClock(start);
  const { form, body, dirty, set, undo, redo, canUndo, canRedo, load, markStored } = useScheduleForm(initial);
  const [version, setVersion] = useState(stored?.version ?? 0);
  const [selected, setSelected] = useState<number | null>(null);
  const [whole, setWhole] = useState(false);
  const phone = useMediaQuery('(width < 720px)');
  const [chosenView, setView] = useState<WeekView | null>(null);
  const view = chosenView ?? (phone ? 'times' : 'grid');
  const [deleting, setDeleting] = useState(false);
  const left = useRef(false);
  const page = useRef<HTMLDivElement>(null);
  const id = stored?.id ?? null;

  const { week, holidays, timeZone } = form;
  const onWeek = useCallback((next: Week, mark?: string) => set({ week: next }, mark ?? null), [set]);
  const { acts, said } = useWeekActs(week, page, { onWeek, onSelect: setSelected });
  useUndoKeys(undo, redo);

  const saving = useSave(scheduleVerbs, id, (answer: Schedule) => {
    markStored(body);
    setVersion(answer.version);
    if (id === null) {
      toast(t('created', { name: answer.name }));
      left.current = true;
      router.push(`/schedules/${answer.id}`);
    } else {
      toast(t('saved', { name: answer.name }));
      router.refresh();
    }
  });
  const guard = useUnsavedGuard(mayWrite && dirty && !left.current);
  const { forget } = saving;
  // What the server refused may be right after a change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the body is what is watched
  useEffect(forget, [body]);

  const [asked, setAsked] = useState(0);
  const save = () => {
    if (!mayWrite || saving.busy) return;
    // A time that is being typed counts, or says why it does not.
    const typing = document.activeElement;
    if (typing instanceof HTMLInputElement) {
      typing.blur();
      typing.focus();
    }
    setAsked((times) => times + 1);
  };
  // What leaving the field changed is in place only now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that saving was asked for
  useEffect(() => {
    if (asked === 0) return;
    const wrong = page.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong && !saving.failure) return wrong.focus();
    if (id !== null && !dirty) return toast(t('nothingToSave'));
    void saving.save(body, version).then(() => setTimeout(() => focusFirstError(page.current), 0));
  }, [asked]);
  useShortcut('mod+s', save);

  const takeTheirs = (theirs: Schedule) => {
    const mine = form;
    load(theirs);
    setVersion(theirs.version);
    saving.settle();
    toastUndo(stale('tookTheirs'), () => set(mine));
  };
  const clock = wallClock(timeZone, now);
  const monday = clock.day - ((((clock.day + 3) % 7) + 7) % 7);
  const thisWeek = { from: dateOf(monday), to: dateOf(monday + 6), today: dateOf(clock.day) };
  const open = useMemo(() => prepareHours(body), [body]).stateAt(now) === 'inside';
  const errors = saving.failure?.byPath ?? {};
  const wrongHoliday = Object.entries(errors).find(([path]) => path.startsWith('holidays'))?.[1];
  const range = rangeOf(week, whole);
  return (
    <div ref={page} className="flex h-full min-h-0 flex-col">
      <SaveHeader
        area="schedules"
        title={form.name.trim() || t('newTitle')}
        isNew={id === null}
        state={
          <Badge tone={open ? 'go' : 'neutral'} className="max-phone:hidden">
            <StatusDot tone={open ? 'active' : 'inactive'} />
            {open ? t('openNow') : t('closedNow')}
          </Badge>
        }
        dirty={dirty}
        busy={saving.busy}
        mayWrite={mayWrite}
        onCancel={() => guard.leave('/schedules')}
        onSave={save}
        onDelete={() => setDeleting(true)}
        onClone={() => guard.leave(`/schedules/new?from=${id}`)}
      />
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 overflow-y-auto px-5 pt-3.5 pb-10 max-phone:px-4 max-phone:pb-28">
          <div className="grid max-w-300 grid-cols-[minmax(0,1fr)] gap-3">
            <ScheduleNotices
              mayWrite={mayWrite}
              failure={saving.failure}
              theirs={saving.theirs?.stored ?? null}
              busy={saving.busy}
              onKeepMine={(theirs) => void saving.save(body, theirs.version)}
              onTakeTheirs={takeTheirs}
            />
            <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
              <Field label={t('name')} error={errors.name} required>
                <Input
                  value={form.name}
                  maxLength={120}
                  readOnly={!mayWrite}
                  placeholder={t('namePlaceholder')}
                  onChange={(event) => set({ name: event.target.value }, 'name')}
                />
              </Field>
              <ZonePicker
                value={timeZone}
                error={errors.timeZone}
                now={now}
                disabled={!mayWrite}
                onChange={(zone) => set({ timeZone: zone })}
              />
            </div>
            <UpcomingBar schedule={body} now={now} />
            <WeekBar
              week={week}
              view={view}
              whole={whole}
              day={week.find((each) => each.id === selected)?.day ?? 0}
              mayWrite={mayWrite}
              undo={canUndo ? undo : null}
              redo={canRedo ? redo : null}
              onView={setView}
              onWhole={setWhole}
              onWeek={onWeek}
            />
            {view === 'grid' ? (
              <WeekGrid
                week={week}
                holidays={holidays}
                timeZone={timeZone}
                now={now}
                range={range}
                selected={selected}
                mayWrite={mayWrite}
                acts={acts}
                onSelect={setSelected}
                onCancelDrag={undo}
              />
            ) : (
              <WeekTimes week={week} mayWrite={mayWrite} acts={acts} />
            )}
            <p role="status" className="sr-only">
              {said}
            </p>
          </div>
        </div>
        <SidePanel title={t('details')} remember="schedule" width={344}>
          {view === 'grid' ? <HoursSection week={week} selected={selected} mayWrite={mayWrite} acts={acts} /> : null}
          <HolidaySection
            holidays={holidays}
            week={thisWeek}
            mayWrite={mayWrite}
            error={wrongHoliday}
            onChange={(next) => set({ holidays: next })}
          />
          <ClockChange schedule={body} now={now} />
          {stored ? <UsedBy uses={stored.uses} /> : null}
        </SidePanel>
      </div>
      {deleting && stored ? (
        <DeleteSchedule
          schedule={stored}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            left.current = true;
            markStored(body);
            router.push('/schedules');
          }}
        />
      ) : null}
      {guard.dialog}
    </div>
  );
}

/** Puts the cursor where the first thing is to be corrected. */
function focusFirstError(page: HTMLElement | null) {
  page?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
