'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Field, FieldError } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { clashes, type Edited, END_OF_DAY, type Hours, place, STEP, timeOf, timeTyped, type Week } from './week';

interface HoursFieldsProps {
  week: Week;
  hours: Hours;
  /** Labels for assistive technology only, where rows stand under each other. */
  bare?: boolean;
  disabled: boolean;
  onEdit: (edited: Edited) => void;
}

interface Typed {
  from: string;
  to: string;
}

/** The same times as in the grid, typed. An end before the start lies on the next day and is split there. */
export function HoursFields({ week, hours, bare, disabled, onEdit }: HoursFieldsProps) {
  const t = useTranslations('schedules.hours');
  const days = useTranslations('schedules.day');
  const errorId = useId();
  const pair = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<Typed>(() => written(hours));
  const [wrong, setWrong] = useState<{ at: 'from' | 'to'; text: string } | null>(null);
  const { from, to } = hours;
  useEffect(() => {
    setTyped(written({ from, to }));
    setWrong(null);
  }, [from, to]);

  const commit = (at: 'from' | 'to', text = typed[at]) => {
    const times = { from: timeTyped(typed.from), to: timeTyped(typed.to), [at]: timeTyped(text) };
    const refuse = (key: 'badTime' | 'offStep') => setWrong({ at, text: t(key) });
    if (times.from === undefined || times.to === undefined || times.from === END_OF_DAY) return refuse('badTime');
    if (times.from % STEP !== 0 || times.to % STEP !== 0) return refuse('offStep');
    if (times.from === hours.from && times.to === hours.to) {
      setTyped(written(hours));
      return setWrong(null);
    }
    const edited = times.from === times.to ? undefined : place(week, hours.id, hours.day, times.from, times.to);
    if (edited) {
      setWrong(null);
      return onEdit(edited);
    }
    const end = times.to <= times.from ? END_OF_DAY : times.to;
    const other = clashes(week, { ...hours, from: times.from, to: end });
    const params = other && { from: timeOf(other.from), to: timeOf(other.to), day: days(`${other.day}` as '0') };
    setWrong({ at, text: params ? t('overlaps', params) : t('noRoom') });
  };
  const keys = (at: 'from' | 'to') => (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      return commit(at);
    }
    const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    const now = timeTyped(typed[at]);
    if (by === undefined || now === undefined) return;
    event.preventDefault();
    const next = timeOf(Math.min(Math.max(Math.round((now + by) / STEP) * STEP, 0), END_OF_DAY));
    setTyped({ ...typed, [at]: next });
    commit(at, next);
  };
  /** On the way to the other field nothing is split yet: the end may be about to follow the start. */
  const leave = (at: 'from' | 'to') => (event: FocusEvent) => {
    const [from, to] = [timeTyped(typed.from), timeTyped(typed.to)];
    const halfway = from !== undefined && to !== undefined && to <= from && pair.current?.contains(event.relatedTarget);
    if (!halfway) commit(at);
  };
  const field = (at: 'from' | 'to') => (
    <Field label={t(at)} hideLabel={bare} className={clsx('flex-1', bare && 'max-w-30')}>
      <Input
        className="tabular-nums"
        value={typed[at]}
        disabled={disabled}
        aria-invalid={wrong?.at === at || undefined}
        aria-describedby={wrong?.at === at ? errorId : undefined}
        onChange={(event) => setTyped({ ...typed, [at]: event.target.value })}
        onBlur={leave(at)}
        onKeyDown={keys(at)}
      />
    </Field>
  );
  return (
    <div className={clsx('min-w-0 flex-1', bare && 'phone:flex-none')}>
      <div ref={pair} className={clsx('flex gap-2', bare && 'items-center')}>
        {field('from')}
        {bare ? (
          <span aria-hidden="true" className="text-ink-3">
            –
          </span>
        ) : null}
        {field('to')}
      </div>
      {wrong ? (
        <div className="mt-1">
          <FieldError id={errorId}>{wrong.text}</FieldError>
        </div>
      ) : null}
    </div>
  );
}

function written({ from, to }: Pick<Hours, 'from' | 'to'>): Typed {
  return { from: timeOf(from), to: timeOf(to) };
}
