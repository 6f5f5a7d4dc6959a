import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FiringList } from '@/components/rule-editor/firing-list';
import { listFirings } from '@/lib/services/firings/read';
import { TriggerMessages } from '../../trigger-messages';
import { loadTrigger, type TriggerPageProps } from '../load-trigger';
import { TriggerFrame } from '../trigger-frame';

export async function generateMetadata({ params }: TriggerPageProps): Promise<Metadata> {
  const [{ trigger }, t] = await Promise.all([loadTrigger((await params).id), getTranslations('rules.page')]);
  return { title: `${t('firings')} · ${trigger.name}` };
}

/** The newest firings; the log has them all, with filters. */
export default async function FiringsPage({ params }: TriggerPageProps) {
  const { context, trigger, fired } = await loadTrigger((await params).id);
  const { items } = await listFirings(context, { rule: trigger.id, limit: 50 });
  return (
    <TriggerMessages>
      <TriggerFrame trigger={trigger} fired={fired}>
        <FiringList rule={trigger.id} firings={items} />
      </TriggerFrame>
    </TriggerMessages>
  );
}
