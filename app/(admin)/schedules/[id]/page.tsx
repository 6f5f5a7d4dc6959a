import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ScheduleEditor } from '@/components/schedules/schedule-editor';
import { requireSession } from '@/lib/auth/current-actor';
import { AppError } from '@/lib/contracts/app-error';
import { may } from '@/lib/services/permit';
import { getSchedule } from '@/lib/services/schedules/read';
import { ScheduleMessages } from '../schedule-messages';

interface SchedulePageProps {
  params: Promise<{ id: string }>;
}

/** The schedule of the address; read once per request. */
const loadSchedule = cache(async (id: string) => {
  const context = await requireSession();
  try {
    return { context, schedule: await getSchedule(context, id) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: SchedulePageProps): Promise<Metadata> {
  const { schedule } = await loadSchedule((await params).id);
  return { title: schedule.name };
}

export default async function SchedulePage({ params }: SchedulePageProps) {
  const { context, schedule } = await loadSchedule((await params).id);
  const { id, name, timeZone, intervals, holidays } = schedule;
  return (
    <ScheduleMessages>
      <ScheduleEditor
        key={id}
        initial={{ name, timeZone, intervals, holidays }}
        stored={schedule}
        mayWrite={may(context.actor, 'schedules.write')}
        now={new Date().toISOString()}
      />
    </ScheduleMessages>
  );
}
