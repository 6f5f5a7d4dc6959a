import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/proactive/message-header';
import { MessageTabs } from '@/components/proactive/message-tabs';
import { PageHeader } from '@/components/ui/page-header';
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import { ClientMessages } from '@/lib/i18n/client-messages';

/** Header and tabs around what is not the message itself. */
export async function MessageFrame({ message, children }: { message: ProactiveMessage; children: ReactNode }) {
  const t = await getTranslations('proactive');
  return (
    <ClientMessages areas={['proactive', 'rules', 'problems']}>
      <PageHeader
        crumb={{ label: t('title'), href: '/proactive' }}
        title={message.name}
        state={<StatusBadge status={message.status} broken={message.broken !== null} />}
      />
      <div className="border-b border-line px-5 max-phone:px-4">
        <MessageTabs id={message.id} version={message.version} />
      </div>
      {children}
    </ClientMessages>
  );
}
