'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { customerCalled } from '@/components/shell/customer-name';
import { Link } from '@/components/ui/link';
import { PanelSection, SidePanel } from '@/components/ui/side-panel';
import type { Message } from '@/lib/contracts/conversation';
import type { Explanation, Firing } from '@/lib/contracts/firing';
import { OneMessage } from './messages';
import { RulesOnEvent } from './rules-on-event';

export interface AroundPanelProps {
  firing: Firing;
  /** The last messages up to that moment and what the firing wrote. */
  messages: readonly Message[];
  /** Names of the rules behind the messages, by firing. */
  ruleNames: Readonly<Record<string, string>>;
  rules: readonly Explanation[];
  more: number;
  references: References;
}

/** What surrounded a firing: the conversation then, and the other rules on its event. */
export function AroundPanel({ firing, messages, ruleNames, rules, more, references }: AroundPanelProps) {
  const t = useTranslations('log.firing');
  const called = useTranslations('shell.customer');
  const names = {
    customerName: firing.customer ? customerCalled(firing.customer, called) : called('unnamed'),
    agentNames: Object.fromEntries((references.agent ?? []).map(({ key, name }) => [key, name])),
    ruleNames: { ...ruleNames, [firing.id]: t('thisRule') },
  };
  const others = rules.filter(({ rule }) => rule.id !== firing.rule.id);
  return (
    <SidePanel title={t('around')} remember="firing">
      {firing.conversation === null ? null : (
        <PanelSection title={t('moment')}>
          <div className="grid gap-3 [&_.bg-surface-2]:bg-surface [&_.bg-surface-2]:inset-ring [&_.bg-surface-2]:inset-ring-line">
            {messages.length === 0 ? <p className="text-ink-3">{t('noMessages')}</p> : null}
            {messages.map((message) => (
              <OneMessage key={message.seq} message={message} {...names} />
            ))}
            <Link href={`/conversations/${encodeURIComponent(firing.conversation)}`} className="link max-w-fit">
              {t('openConversation')}
            </Link>
          </div>
        </PanelSection>
      )}
      <section className="py-3">
        <h3 className="mb-1 px-4 text-xs font-semibold">{t('others')}</h3>
        {others.length === 0 ? <p className="px-4 py-1 text-ink-3">{t('noOthers')}</p> : null}
        <RulesOnEvent rules={others} references={references} eventId={firing.event.id} />
        {more > 0 ? (
          <p className="px-4 py-2 text-ink-3">
            <Link href={`/log/events/${firing.event.id}`} className="link">
              {t('more', { count: more })}
            </Link>
          </p>
        ) : null}
      </section>
    </SidePanel>
  );
}
