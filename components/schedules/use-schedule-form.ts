'use client';

import { useCallback, useMemo, useReducer } from 'react';
import type { ScheduleBody } from '@/lib/client/schedules';
import type { HolidayInput } from '@/lib/contracts/schedule';
import { intervalsOf, type Week, weekOf } from './week';

export interface ScheduleForm {
  readonly name: string;
  readonly timeZone: string;
  readonly week: Week;
  readonly holidays: readonly HolidayInput[];
}

interface State {
  readonly form: ScheduleForm;
  readonly past: readonly ScheduleForm[];
  readonly future: readonly ScheduleForm[];
  /** Changes with the same mark, one after the other, are one step back. */
  readonly mark: string | null;
  /** What was last stored, or what a new schedule began with. */
  readonly stored: string;
}

type Change =
  | { readonly kind: 'set'; readonly patch: Partial<ScheduleForm>; readonly mark: string | null }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'load'; readonly body: ScheduleBody }
  | { readonly kind: 'stored'; readonly body: ScheduleBody };

const STEPS_BACK = 200;

/** The schedule in the editor, every change of it undoable, and whether it differs from what is stored. */
export function useScheduleForm(initial: ScheduleBody) {
  const [{ form, past, future, stored }, change] = useReducer(changed, initial, begin);
  const body = useMemo(() => bodyOf(form), [form]);
  return {
    ...{ form, body, dirty: textOf(body) !== stored, canUndo: past.length > 0, canRedo: future.length > 0 },
    set: useCallback(
      (patch: Partial<ScheduleForm>, mark: string | null = null) => change({ kind: 'set', patch, mark }),
      [],
    ),
    undo: useCallback(() => change({ kind: 'undo' }), []),
    redo: useCallback(() => change({ kind: 'redo' }), []),
    /** Replaces the form by what is stored now; the step can be undone. */
    load: useCallback((next: ScheduleBody) => change({ kind: 'load', body: next }), []),
    markStored: useCallback((next: ScheduleBody) => change({ kind: 'stored', body: next }), []),
  };
}

function begin(initial: ScheduleBody): State {
  const form = formOf(initial);
  return { form, past: [], future: [], mark: null, stored: textOf(bodyOf(form)) };
}

function changed(state: State, change: Change): State {
  const { form, past, future } = state;
  switch (change.kind) {
    case 'set': {
      const next = { ...form, ...change.patch };
      const same = change.mark !== null && change.mark === state.mark;
      return { ...state, form: next, past: same ? past : kept(past, form), future: [], mark: change.mark };
    }
    case 'undo': {
      const before = past.at(-1);
      if (!before) return state;
      return { ...state, form: before, past: past.slice(0, -1), future: [form, ...future], mark: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after ? { ...state, form: after, past: kept(past, form), future: rest, mark: null } : state;
    }
    case 'load':
      return {
        ...state,
        form: formOf(change.body),
        past: kept(past, form),
        future: [],
        mark: null,
        stored: stored(change.body),
      };
    case 'stored':
      return { ...state, mark: null, stored: stored(change.body) };
  }
}

function kept(past: readonly ScheduleForm[], form: ScheduleForm): readonly ScheduleForm[] {
  return [...past, form].slice(-STEPS_BACK);
}

function formOf({ name, timeZone, intervals, holidays }: ScheduleBody): ScheduleForm {
  return { name, timeZone, week: weekOf(intervals), holidays };
}

function bodyOf({ name, timeZone, week, holidays }: ScheduleForm): ScheduleBody {
  return { name, timeZone, intervals: intervalsOf(week), holidays: inOrder(holidays) };
}

/** By their first day, as the server keeps them. */
export function inOrder(holidays: readonly HolidayInput[]): HolidayInput[] {
  const key = ({ from, to, name }: HolidayInput) => `${from} ${to} ${name}`;
  return [...holidays].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function stored(body: ScheduleBody): string {
  return textOf(bodyOf(formOf(body)));
}

function textOf({ name, timeZone, intervals, holidays }: ScheduleBody): string {
  return JSON.stringify({
    ...{ name: name.trim(), timeZone, intervals },
    holidays: holidays.map((holiday) => [holiday.name, holiday.from, holiday.to]),
  });
}
