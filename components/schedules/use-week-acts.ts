'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { add, type Edited, hoursOn, moveToDay, remove, STEP, shift, stretch, timeOf, type Week } from './week';

export interface WeekActs {
  /** Takes an edit, which selects its hours. The same mark as before makes one step of undo of both. */
  take: (edited: Edited, mark?: string) => void;
  replace: (week: Week) => void;
  add: (day: number) => void;
  remove: (id: number) => void;
  /** What a key does to hours; answers whether it meant anything. */
  key: (
    id: number,
    event: { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean },
  ) => boolean;
}

/** Edits of the week, told to those who do not see them, with the focus where the hours went. */
export function useWeekActs(
  week: Week,
  place: RefObject<HTMLElement | null>,
  { onWeek, onSelect }: { onWeek: (week: Week, mark?: string) => void; onSelect: (id: number | null) => void },
): { acts: WeekActs; said: string } {
  const t = useTranslations('schedules.hours');
  const days = useTranslations('schedules.day');
  const [said, setSaid] = useState('');
  const wanted = useRef<number | null>(null);
  // Hours that moved to another day are another element; the focus goes with them.
  useEffect(() => {
    const id = wanted.current;
    wanted.current = null;
    if (id !== null && week.some((each) => each.id === id))
      place.current?.querySelector<HTMLElement>(`[data-hours="${id}"] input, button[data-hours="${id}"]`)?.focus();
  }, [week, place]);

  const tell = useCallback(
    (next: Week, id: number) => {
      const hours = next.find((each) => each.id === id);
      if (!hours) return;
      const { day, from, to } = hours;
      setSaid(t('named', { day: days(`${day}` as '0'), from: timeOf(from), to: timeOf(to) }));
    },
    [t, days],
  );
  const acts = useMemo<WeekActs>(() => {
    const take: WeekActs['take'] = ({ week: next, id }, mark) => {
      onWeek(next, mark);
      onSelect(id);
      tell(next, id);
    };
    const takeOr = (edited: Edited | undefined, mark?: string) => {
      if (!edited) return setSaid(t('noRoom'));
      wanted.current = edited.id;
      take(edited, mark);
    };
    const drop = (id: number) => {
      const hours = week.find((each) => each.id === id);
      const next = remove(week, id);
      const neighbour =
        hours && (hoursOn(next, hours.day).find(({ from }) => from > hours.from) ?? hoursOn(next, hours.day).at(-1));
      wanted.current = neighbour?.id ?? null;
      if (!neighbour && hours) focusAdd(place.current, hours.day);
      onWeek(next);
      onSelect(neighbour?.id ?? null);
      setSaid(t('removed'));
    };
    return {
      take,
      replace: (next) => onWeek(next),
      add: (day) => takeOr(add(week, day)),
      remove: drop,
      key: (id, { key, shiftKey, altKey, ctrlKey, metaKey }) => {
        if (ctrlKey || metaKey) return false;
        if (key === 'Delete' || key === 'Backspace') {
          drop(id);
          return true;
        }
        const by = { ArrowUp: -STEP, ArrowDown: STEP }[key];
        const mark = `${shiftKey ? 'to' : altKey ? 'from' : 'at'}:${id}`;
        if (by !== undefined) {
          takeOr(
            shiftKey ? stretch(week, id, 'to', by) : altKey ? stretch(week, id, 'from', by) : shift(week, id, by),
            mark,
          );
          return true;
        }
        const aside = { ArrowLeft: -1, ArrowRight: 1 }[key];
        const hours = week.find((each) => each.id === id);
        if (aside === undefined || !hours || shiftKey || altKey) return false;
        takeOr(moveToDay(week, id, hours.day + aside), `day:${id}`);
        return true;
      },
    };
  }, [week, place, onWeek, onSelect, tell, t]);
  return { acts, said };
}

/** Where hours can be added again, when the last ones of a day went. */
function focusAdd(place: HTMLElement | null, day: number) {
  place?.querySelector<HTMLElement>(`[data-add="${day}"]`)?.focus();
}
