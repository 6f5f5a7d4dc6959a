'use client';

import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/contracts/list';
import type { CalendarPreview, HolidayInput, Schedule } from '@/lib/contracts/schedule';
import { fetchJson } from './fetcher';

const BASE = '/api/v1/schedules';
export const SCHEDULES = ['schedules'] as const;

/** What somebody sets of a schedule: the body of POST and PUT. */
export type ScheduleBody = Pick<Schedule, 'name' | 'timeZone' | 'intervals'> & { holidays: HolidayInput[] };

/** All schedules of the account, read again now and then: what is open changes by itself. */
export function useSchedules(initial: Page<Schedule>) {
  return useQuery({
    queryKey: SCHEDULES,
    queryFn: ({ signal }) => fetchJson<Page<Schedule>>(`${BASE}?pageSize=200`, { signal }),
    initialData: initial,
    refetchInterval: 60_000,
  });
}

export function refreshSchedules(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: SCHEDULES });
}

export const createSchedule = (body: ScheduleBody & { key?: string }) =>
  fetchJson<Schedule>(BASE, { method: 'POST', body });

/** @throws the server's `stale_version` when `version` is not the one that stands */
export const updateSchedule = (id: string, body: ScheduleBody, version: number) =>
  fetchJson<Schedule>(`${BASE}/${id}`, { method: 'PUT', body: { ...body, version } });

export const readSchedule = (id: string) => fetchJson<Schedule>(`${BASE}/${id}`);

export const scheduleVerbs = {
  ...{ create: createSchedule, update: updateSchedule, read: readSchedule, refresh: refreshSchedules },
};

export const scheduleAddress = (id: string) => `${BASE}/${id}`;

/** What an iCalendar file would bring; stores nothing. */
export const previewHolidays = (calendar: string) =>
  fetchJson<CalendarPreview>('/api/v1/holidays/preview', { method: 'POST', body: { calendar } });
