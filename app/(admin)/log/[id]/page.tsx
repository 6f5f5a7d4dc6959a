import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AroundPanel } from '@/components/log/around-panel';
import { DidCard } from '@/components/log/did-card';
import { eventWords } from '@/components/log/event-words';
import { FactsRow } from '@/components/log/facts-row';
import { IdLink } from '@/components/log/id-link';
import { JsonCard, sizeOf } from '@/components/log/json-card';
import { TryLink } from '@/components/log/try-link';
import { WhyCard } from '@/components/log/why-card';
import { traceOf } from '@/components/rule-editor/firing-views';
import { OutcomeBadge } from '@/components/rule-editor/outcome';
import { customerLine } from '@/components/shell/customer-name';
import { ButtonLink } from '@/components/ui/button-link';
import { CodeText } from '@/components/ui/code-text';
import { CopyButton } from '@/components/ui/copy-button';
import { EditIcon } from '@/components/ui/icons';
import { IdText } from '@/components/ui/id-text';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { ruleAddress } from '@/lib/client/rule-address';
import type { Firing } from '@/lib/contracts/firing';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getFormats } from '@/lib/i18n/get-formats';
import { may } from '@/lib/services/permit';
import { orNotFound } from '../or-not-found';
import { readReferences } from '../read-references';
import { readFiring } from './read-firing';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log.firing');
  return { title: t('id') };
}

export default async function FiringPage({ params }: { params: Promise<{ id: string }> }) {
  const context = await requireSession();
  const { id } = await params;
  const [t, formats, references, { firing, event, rules, messages, ruleNames, standing }] = await Promise.all([
    getTranslations('log'),
    getFormats(),
    readReferences(context),
    orNotFound(readFiring(context, id)),
  ]);
  const address = ruleAddress(firing.rule.family, firing.rule.id);
  const mayEdit = may(context.actor, 'rules.write');
  return (
    <ClientMessages areas={['log', 'firings', 'rules']}>
      <PageHeader
        crumb={{ label: t('title'), href: '/log' }}
        title={firing.rule.name}
        state={<OutcomeBadge outcome={firing.outcome} />}
        actions={
          address ? (
            <>
              {event?.facts && firing.rule.family === 'trigger' ? (
                <TryLink rule={firing.rule.id} event={firing.event.id} words={t('firing.try')} />
              ) : null}
              <ButtonLink href={address} icon={<EditIcon />} className="max-phone:hidden">
                {mayEdit ? t('firing.edit') : t('firing.view')}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 overflow-y-auto px-5 py-4 max-panel:pb-20 max-phone:px-4">
          <div className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-3.5">
            <FiringFacts firing={firing} standing={standing} />
            <WhyCard trace={traceOf(firing)} references={references} />
            <DidCard firing={firing} mayRetry={may(context.actor, 'log.retry')} />
            {event ? (
              <JsonCard
                title={t('firing.received')}
                note={<CodeText>{event.extId === null ? event.id : <IdText id={event.extId} />}</CodeText>}
                end={t('firing.bytes', { size: sizeOf(event.payload, formats.number) })}
                value={event.payload}
              />
            ) : null}
          </div>
        </div>
        <AroundPanel
          firing={firing}
          messages={messages}
          ruleNames={ruleNames}
          rules={rules.items}
          more={rules.more}
          references={references}
        />
      </div>
    </ClientMessages>
  );
}

async function FiringFacts({ firing, standing }: { firing: Firing; standing: number | null }) {
  const [t, called, formats] = await Promise.all([
    getTranslations('log'),
    getTranslations('shell.customer'),
    getFormats(),
  ]);
  const none = <span className="text-ink-3">{t('firing.none')}</span>;
  const { conversation, customer, depth } = firing;
  const items = [
    {
      id: 'id',
      label: t('firing.id'),
      value: (
        <span className="inline-flex items-center gap-1">
          <CodeText>{firing.id.slice(-12)}</CodeText>
          <CopyButton text={firing.id} label={t('firing.copyId')} size="xs" />
        </span>
      ),
    },
    {
      id: 'event',
      label: t('firing.event'),
      value:
        firing.event.type === '' ? (
          none
        ) : (
          <Link href={`/log/events/${firing.event.id}`} className="link">
            {eventWords(t, firing.event.type)}
          </Link>
        ),
    },
    {
      id: 'at',
      label: t('firing.at'),
      value: `${formats.date(firing.createdAt)}, ${formats.timeExact(firing.createdAt)}`,
    },
    {
      id: 'conversation',
      label: t('firing.conversation'),
      value:
        conversation === null ? (
          none
        ) : (
          <IdLink id={conversation} href={`/conversations/${encodeURIComponent(conversation)}`} />
        ),
    },
    {
      id: 'customer',
      label: t('firing.customer'),
      value:
        customer === null ? (
          none
        ) : (
          <Link href={`/people/${encodeURIComponent(customer.id)}`} className="link">
            {customerLine(customer, called)}
          </Link>
        ),
    },
    { id: 'version', label: t('firing.version'), value: <RuleVersion rule={firing.rule} standing={standing} /> },
    ...(depth > 0 ? [{ id: 'depth', label: t('firing.depth'), value: t('firing.depthValue', { depth }) }] : []),
  ];
  return <FactsRow items={items} />;
}

/** The version that fired, and a way to what stands by now when that is another one. */
async function RuleVersion({ rule, standing }: { rule: Firing['rule']; standing: number | null }) {
  const t = await getTranslations('log.firing');
  if (standing === null || standing === rule.version) return rule.version;
  return (
    <span className="inline-flex gap-2">
      {rule.version}
      <Link href={`${ruleAddress(rule.family, rule.id)}/versions?version=${rule.version}`} className="link">
        {t('compare', { version: standing })}
      </Link>
    </span>
  );
}
