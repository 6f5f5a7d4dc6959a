import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConversationPanel } from '@/components/log/conversation-panel';
import { LivePage } from '@/components/log/live-page';
import { Messages } from '@/components/log/messages';
import { phaseTone } from '@/components/log/phase-tone';
import { customerCalled } from '@/components/shell/customer-name';
import { Avatar } from '@/components/ui/avatar';
import { EmptyState } from '@/components/ui/empty-state';
import { IdText } from '@/components/ui/id-text';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { StatusDot } from '@/components/ui/status-dot';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Context } from '@/lib/services/context';
import { listHappenings } from '@/lib/services/conversations/happenings';
import { getConversation, listMessages } from '@/lib/services/conversations/read';
import { listFirings } from '@/lib/services/firings/read';
import { may } from '@/lib/services/permit';
import { decoded } from '../../decoded';
import { orNotFound } from '../../log/or-not-found';
import { readReferences } from '../../log/read-references';

const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log.conversations');
  return { title: t('title') };
}

export default async function ConversationPage({ params }: { params: Promise<{ id: string }> }) {
  const context = await requireSession();
  const id = decoded((await params).id);
  const [t, references, { conversation, messages, firings, happenings }] = await Promise.all([
    getTranslations('log'),
    readReferences(context),
    orNotFound(readConversation(context, id)),
  ]);
  const customer = customerCalled(conversation.customer, await getTranslations('shell.customer'));
  const agentNames = Object.fromEntries((references.agent ?? []).map(({ key, name }) => [key, name]));
  return (
    <ClientMessages areas={['log', 'firings', 'rules', 'mail']}>
      <LivePage />
      <PageHeader
        crumb={{ label: t('conversations.title'), href: '/conversations' }}
        title={
          <span className="flex items-center gap-2">
            <Avatar name={customer} id={conversation.customer.id} />
            <span className="min-w-0 truncate">{customer}</span>
          </span>
        }
        note={
          <span className="max-phone:hidden">
            <IdText id={conversation.key} copy />
          </span>
        }
        state={
          <StatusDot tone={phaseTone(conversation.phase)} className="ml-1 text-ink-2">
            {t(`phase.${conversation.phase}` as 'phase.queued')}
          </StatusDot>
        }
      />
      <div className="flex min-h-0 flex-1">
        <section
          aria-label={t('conversation.messages')}
          className="min-w-0 flex-1 overflow-y-auto px-5 py-4 max-panel:pb-20 max-phone:px-4"
        >
          <div className="grid max-w-200 gap-3.5">
            {messages.length === 0 && happenings.length === 0 ? (
              <EmptyState title={t('conversation.noMessages')} text={t('conversation.noMessagesText')} />
            ) : null}
            <Messages
              messages={messages}
              happenings={happenings}
              customerName={customer}
              agentNames={agentNames}
              ruleNames={Object.fromEntries(firings.map((firing) => [firing.id, firing.rule.name]))}
            />
            {messages.length === MOST ? <Notice>{t('conversation.older')}</Notice> : null}
          </div>
        </section>
        <ConversationPanel
          conversation={conversation}
          firings={firings}
          references={references}
          mayRetry={may(context.actor, 'log.retry')}
        />
      </div>
    </ClientMessages>
  );
}

/** A conversation with what was written, what happened and what rules did. @throws AppError `not_found` */
async function readConversation(context: Context, id: string) {
  const conversation = await getConversation(context, id);
  const [messages, firings, happenings] = await Promise.all([
    listMessages(context, conversation.id, { after: 0, limit: MOST }),
    listFirings(context, { conversation: conversation.id, limit: MOST }),
    listHappenings(context, conversation.id, { limit: MOST }),
  ]);
  const linked = happenings.map((happening) => ({ ...happening, href: `/log/events/${happening.id}` }));
  return { conversation, messages: messages.items, firings: firings.items, happenings: linked };
}
