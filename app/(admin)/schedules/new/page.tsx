import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ScheduleEditor } from '@/components/schedules/schedule-editor';
import { requireSession } from '@/lib/auth/current-actor';
import type { ScheduleBody } from '@/lib/client/schedules';
import { getAccount } from '@/lib/services/account/read';
import type { Context } from '@/lib/services/context';
import { may } from '@/lib/services/permit';
import { nameOfScheduleCopy } from '@/lib/services/schedules/create';
import { getSchedule } from '@/lib/services/schedules/read';
import { usualWeek } from '@/lib/services/schedules/usual-week';
import { ScheduleMessages } from '../schedule-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedules.editor');
  return { title: t('newTitle') };
}

interface NewSchedulePageProps {
  searchParams: Promise<{ from?: string }>;
}

/** Usual hours, or a copy: nothing is stored before Create. */
export default async function NewSchedulePage({ searchParams }: NewSchedulePageProps) {
  const context = await requireSession();
  if (!may(context.actor, 'schedules.write')) redirect('/schedules');
  const { from } = await searchParams;
  const initial = from ? await copyOf(context, from) : await blank(context);
  return (
    <ScheduleMessages>
      <ScheduleEditor key={from ?? ''} initial={initial} stored={null} mayWrite now={new Date().toISOString()} />
    </ScheduleMessages>
  );
}

async function copyOf(context: Context, id: string): Promise<ScheduleBody> {
  const { name, timeZone, intervals, holidays } = await getSchedule(context, id);
  const copy = await nameOfScheduleCopy(context, name, await getLocale());
  return { name: copy, timeZone, intervals, holidays };
}

async function blank(context: Context): Promise<ScheduleBody> {
  const { timeZone } = await getAccount(context);
  return { name: '', timeZone, intervals: usualWeek(), holidays: [] };
}
