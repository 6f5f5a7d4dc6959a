import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ScheduleList } from '@/components/schedules/schedule-list';
import { requireSession } from '@/lib/auth/current-actor';
import { may } from '@/lib/services/permit';
import { listSchedules } from '@/lib/services/schedules/read';
import { ScheduleMessages } from './schedule-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedules.list');
  return { title: t('title') };
}

export default async function SchedulesPage() {
  const context = await requireSession();
  const schedules = await listSchedules(context, { page: 1, pageSize: 200 });
  return (
    <ScheduleMessages>
      <ScheduleList
        initial={schedules}
        mayWrite={may(context.actor, 'schedules.write')}
        now={new Date().toISOString()}
      />
    </ScheduleMessages>
  );
}
