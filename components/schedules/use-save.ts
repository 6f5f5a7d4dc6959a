'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Problem, problemText } from '@/lib/client/fetcher';
import {
  createSchedule,
  readSchedule,
  refreshSchedules,
  type ScheduleBody,
  updateSchedule,
} from '@/lib/client/schedules';
import type { Schedule } from '@/lib/contracts/schedule';

export interface SaveFailure {
  /** What belongs to no field. */
  readonly text: string | null;
  readonly byPath: Readonly<Record<string, string>>;
}

/** Stores the schedule; keeps what the server refused, and what somebody else saved meanwhile. */
export function useSave(id: string | null, onStored: (stored: Schedule) => void) {
  const errors = useTranslations('errors');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [theirs, setTheirs] = useState<Schedule | null>(null);

  const explain = async (error: unknown) => {
    if (error instanceof Problem && error.code === 'stale_version' && id !== null) {
      try {
        return setTheirs(await readSchedule(id));
      } catch {
        // The newer version cannot be read now: the refusal itself is told instead.
      }
    }
    const issues = error instanceof Problem ? error.issues : [];
    setFailure({
      text: issues.length > 0 ? null : problemText(error, errors('code.unavailable')),
      byPath: Object.fromEntries(issues.map((each) => [each.path, each.message]).reverse()),
    });
  };
  const save = async (body: ScheduleBody, version: number) => {
    setBusy(true);
    setFailure(null);
    try {
      const stored = id === null ? await createSchedule(body) : await updateSchedule(id, body, version);
      setTheirs(null);
      refreshSchedules(client);
      onStored(stored);
    } catch (error) {
      await explain(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, theirs, save, settle: () => setTheirs(null), forget: () => setFailure(null) };
}
