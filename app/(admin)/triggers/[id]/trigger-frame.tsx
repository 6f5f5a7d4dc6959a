import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RuleTabs } from '@/components/rule-editor/rule-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusDot } from '@/components/ui/status-dot';
import type { Trigger } from '@/lib/contracts/trigger';

interface TriggerFrameProps {
  trigger: Trigger;
  fired: number;
  children: ReactNode;
}

/** Header and tabs around what is not the rule itself. */
export async function TriggerFrame({ trigger, fired, children }: TriggerFrameProps) {
  const t = await getTranslations('triggers');
  const tone = trigger.broken ? 'broken' : trigger.active ? 'active' : 'inactive';
  return (
    <>
      <PageHeader
        crumb={{ label: t('editor.crumb'), href: '/triggers' }}
        title={trigger.name}
        state={<StatusDot tone={tone}>{t(`status.${tone}`)}</StatusDot>}
      />
      <div className="border-b border-line px-5 max-phone:px-4">
        <RuleTabs area="triggers" id={trigger.id} version={trigger.version} fired={fired} />
      </div>
      {children}
    </>
  );
}
