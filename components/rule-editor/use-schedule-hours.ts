'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Hours } from '@/lib/engine/hours/hours';
import type { HoursState } from '@/lib/engine/hours/schedule';
import type { References } from './editor-context';

/** What a schedule says of a moment. */
export interface HoursSeen {
  readonly state: HoursState;
  /** When that changes; null when it does not within two years. */
  readonly until: Date | null;
  readonly timeZone: string;
}

export type AskHours = (schedule: string, at: Date) => HoursSeen | undefined;

/**
 * Asks the account's schedules, by key. The hours core brings time zones along, so it is fetched after the page, and
 * only where there are schedules; until then nothing is known.
 */
export function useScheduleHours({ hours: schedules }: References): AskHours {
  const [core, setCore] = useState<typeof import('@/lib/engine/hours/hours') | null>(null);
  const any = schedules !== undefined && schedules.length > 0;
  useEffect(() => {
    let wanted = any;
    if (wanted) void import('@/lib/engine/hours/hours').then((loaded) => wanted && setCore(loaded));
    return () => {
      wanted = false;
    };
  }, [any]);
  return useMemo(() => {
    const prepared = new Map<string, Hours & { timeZone: string }>(
      core ? (schedules ?? []).map((each) => [each.key, { ...core.prepareHours(each), timeZone: each.timeZone }]) : [],
    );
    return (key, at) => {
      const hours = prepared.get(key);
      if (!hours) return undefined;
      const { timeZone } = hours;
      return { state: hours.stateAt(at), until: hours.nextChange(at)?.at ?? null, timeZone };
    };
  }, [core, schedules]);
}
