import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TriggerVersions } from '@/components/triggers/trigger-versions';
import { may } from '@/lib/services/permit';
import { listTriggerVersions } from '@/lib/services/triggers/verbs';
import { TriggerMessages } from '../../trigger-messages';
import { loadTrigger, type TriggerPageProps } from '../load-trigger';
import { TriggerFrame } from '../trigger-frame';

export async function generateMetadata({ params }: TriggerPageProps): Promise<Metadata> {
  const [{ trigger }, t] = await Promise.all([loadTrigger((await params).id), getTranslations('rules.page')]);
  return { title: `${t('versions')} · ${trigger.name}` };
}

interface VersionsPageProps extends TriggerPageProps {
  searchParams: Promise<{ version?: string | string[] }>;
}

export default async function VersionsPage({ params, searchParams }: VersionsPageProps) {
  const { context, trigger, fired } = await loadTrigger((await params).id);
  const versions = await listTriggerVersions(context, trigger.id);
  const asked = Number((await searchParams).version);
  return (
    <TriggerMessages>
      <TriggerFrame trigger={trigger} fired={fired}>
        <TriggerVersions
          id={trigger.id}
          current={trigger.version}
          asked={versions.find(({ version }) => version === asked)?.version}
          versions={versions}
          mayWrite={may(context.actor, 'rules.write')}
        />
      </TriggerFrame>
    </TriggerMessages>
  );
}
