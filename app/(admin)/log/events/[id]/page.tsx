import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AnalysisCard } from '@/components/log/analysis-card';
import { EventRulesPanel } from '@/components/log/event-rules-panel';
import { eventWords } from '@/components/log/event-words';
import { ExplanationView } from '@/components/log/explanation-view';
import { FactsRow } from '@/components/log/facts-row';
import { IdLink } from '@/components/log/id-link';
import { JsonCard, sizeOf } from '@/components/log/json-card';
import { type AddressParams, first } from '@/components/log/log-filters';
import { RuleChooser } from '@/components/log/rule-chooser';
import { TryLink } from '@/components/log/try-link';
import { customerLine } from '@/components/shell/customer-name';
import { ButtonLink } from '@/components/ui/button-link';
import { CodeText } from '@/components/ui/code-text';
import { EditIcon } from '@/components/ui/icons';
import { IdText } from '@/components/ui/id-text';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { ruleAddress } from '@/lib/client/rule-address';
import type { Explanation, StoredEvent } from '@/lib/contracts/firing';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getFormats } from '@/lib/i18n/get-formats';
import type { Context } from '@/lib/services/context';
import { explainEvent } from '@/lib/services/events/explain';
import { getEvent } from '@/lib/services/events/read';
import { rulesOnEvent } from '@/lib/services/events/rules-on-event';
import { may } from '@/lib/services/permit';
import { orNotFound } from '../../or-not-found';
import { readReferences } from '../../read-references';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log');
  return { title: t('whyNot') };
}

interface EventPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<AddressParams>;
}

export default async function EventPage({ params, searchParams }: EventPageProps) {
  const context = await requireSession();
  const [{ id }, { rule }] = await Promise.all([params, searchParams]);
  const [t, formats, references, event, rules] = await Promise.all([
    getTranslations('log'),
    getFormats(),
    readReferences(context),
    orNotFound(getEvent(context, id)),
    orNotFound(rulesOnEvent(context, id)),
  ]);
  const chosen = await chosenOf(context, event, rules.items, first(rule));
  const title = chosen ? t(chosen.fired ? 'why.fires' : 'why.title') : eventWords(t, event.type);
  return (
    <ClientMessages areas={['log', 'firings', 'rules']}>
      <PageHeader
        crumb={{ label: t('events.title'), href: '/log/events' }}
        title={title}
        actions={
          chosen ? (
            <>
              {event.facts && chosen.rule.family === 'trigger' ? (
                <TryLink rule={chosen.rule.id} event={event.id} words={t('firing.try')} />
              ) : null}
              <ButtonLink
                href={ruleAddress(chosen.rule.family, chosen.rule.id) ?? '/log'}
                icon={<EditIcon />}
                className="max-phone:hidden"
              >
                {may(context.actor, 'rules.write') ? t('firing.edit') : t('firing.view')}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 overflow-y-auto px-5 py-4 max-panel:pb-20 max-phone:px-4">
          <div className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-3.5">
            <EventFacts event={event} channel={channelOf(event, references)} />
            {rules.items.length > 0 ? (
              <RuleChooser
                eventId={event.id}
                rules={rules.items.map((each) => each.rule)}
                chosen={chosen?.rule}
                fired={chosen?.fired ?? false}
              />
            ) : (
              <Notice>{t('why.noRules', { event: eventWords(t, event.type) })}</Notice>
            )}
            {chosen ? <ExplanationView explanation={chosen} references={references} /> : null}
            {event.analysis ? <AnalysisCard analysis={event.analysis} /> : null}
            {event.facts ? (
              <JsonCard title={t('why.facts')} note={Object.keys(event.facts).length} value={event.facts} />
            ) : (
              <p className="text-ink-3">{t('why.noFacts')}</p>
            )}
            <JsonCard
              title={t('firing.received')}
              end={t('firing.bytes', { size: sizeOf(event.payload, formats.number) })}
              value={event.payload}
            />
          </div>
        </div>
        <EventRulesPanel
          rules={rules.items}
          more={rules.more}
          event={eventWords(t, event.type)}
          eventId={event.id}
          current={chosen?.rule.id}
          references={references}
        />
      </div>
    </ClientMessages>
  );
}

/** The rule that the address names, else the first one that did not fire, else the first. */
async function chosenOf(
  context: Context,
  event: StoredEvent,
  rules: readonly Explanation[],
  wanted: string,
): Promise<Explanation | undefined> {
  const known = rules.find(({ rule }) => rule.id === wanted);
  if (known || wanted === '') return known ?? rules.find(({ fired }) => !fired) ?? rules[0];
  return orNotFound(explainEvent(context, event.id, wanted));
}

function channelOf({ payload }: StoredEvent, references: Awaited<ReturnType<typeof readReferences>>): string | null {
  const key = typeof payload.channel === 'string' ? payload.channel : null;
  return references.channel?.find((each) => each.key === key)?.name ?? key;
}

async function EventFacts({ event, channel }: { event: StoredEvent; channel: string | null }) {
  const [t, called, formats] = await Promise.all([
    getTranslations('log'),
    getTranslations('shell.customer'),
    getFormats(),
  ]);
  const { conversation, customer } = event;
  const items = [
    { id: 'event', label: t('firing.event'), value: eventWords(t, event.type) },
    {
      id: 'id',
      label: t('events.id'),
      value: <CodeText whole>{event.extId === null ? event.id.slice(-12) : <IdText id={event.extId} copy />}</CodeText>,
    },
    {
      id: 'at',
      label: t('firing.at'),
      value: `${formats.date(event.occurredAt)}, ${formats.timeExact(event.occurredAt)}`,
    },
    ...(conversation === null
      ? []
      : [
          {
            id: 'conversation',
            label: t('firing.conversation'),
            value: <IdLink id={conversation} href={`/conversations/${encodeURIComponent(conversation)}`} />,
          },
        ]),
    ...(customer === null
      ? []
      : [
          {
            id: 'customer',
            label: t('firing.customer'),
            value: customerLine(customer, called),
          },
        ]),
    ...(channel === null ? [] : [{ id: 'channel', label: t('column.channel'), value: channel }]),
  ];
  return <FactsRow items={items} />;
}
