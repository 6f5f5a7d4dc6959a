'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';

interface ConnectProps {
  channelKey: string;
  server: string;
  /** ISO 8601: when the example's event happened. */
  at: string;
}

/** For API channels: how another system sends what happens there, and reads what rules do. */
export function Connect({ channelKey, server, at }: ConnectProps) {
  const t = useTranslations('channels.connect');
  return (
    <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
      <Card title={t('events')}>
        <div className="grid gap-3">
          <p className="text-ink-2">{t('eventsText')}</p>
          <CodeBlock title={t('example')} code={curl(channelKey, server, at)} copyLabel={t('copy')} />
          <div className="flex flex-wrap gap-2">
            <ButtonLink href="/developers">{t('token')}</ButtonLink>
            <ButtonLink href="/developers/events">{t('tryEvent')}</ButtonLink>
            <ButtonLink href="/developers/reference">{t('reference')}</ButtonLink>
          </div>
        </div>
      </Card>
      <Card title={t('answers')}>
        <div className="grid gap-3">
          <p className="text-ink-2">{t('answersText')}</p>
          <div>
            <ButtonLink href="/developers/webhooks">{t('webhooks')}</ButtonLink>
          </div>
        </div>
      </Card>
    </div>
  );
}

function curl(channel: string, server: string, at: string): string {
  const event = {
    ...{ id: 'message-1', type: 'message_sent', occurredAt: at, channel },
    ...{ conversation: { id: 'conversation-1' }, customer: { id: 'customer-1', name: 'Ada' } },
    message: { id: 'message-1', text: 'Is it in stock?', sender: { type: 'customer' } },
  };
  const lines = Object.entries(event).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `curl ${server}/api/v1/events \\
  -H "Authorization: Bearer $SIGNALBOX_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "events": [{
${lines.join(',\n')}
  }] }'`;
}
