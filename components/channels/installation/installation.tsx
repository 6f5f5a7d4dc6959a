'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { Select } from '@/components/ui/select';
import type { Channel, ChannelSighting } from '@/lib/contracts/channel';
import { SeenSites } from './seen-sites';
import { apiExamples, type Installed, PLACES, type Place, policyFor, snippetFor, tagOf, webViewPage } from './snippets';

interface InstallationProps {
  channel: Channel;
  server: string;
  sightings: readonly ChannelSighting[];
  mayWrite: boolean;
}

/** The Installation tab: what to paste where, and whether it has worked. */
export function Installation({ channel, server, sightings, mayWrite }: InstallationProps) {
  const t = useTranslations('channels.installation');
  const installed: Installed = { server, channel: channel.id };
  const copy = t('copy');
  return (
    <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
      {channel.kind === 'mobile' ? (
        <Card title={t('webView')}>
          <div className="grid gap-3">
            <p className="text-ink-2">{t('webViewText')}</p>
            <CodeBlock title={t('webViewPage')} code={webViewPage(installed)} copyLabel={copy} />
            <p className="text-ink-2">{t('webViewHints')}</p>
          </div>
        </Card>
      ) : (
        <Card title={t('paste')}>
          <div className="grid gap-3">
            <p className="text-ink-2">{t('pasteText')}</p>
            <CodeBlock title={t('line')} code={tagOf(installed)} copyLabel={copy} wrap />
            <Places installed={installed} />
          </div>
        </Card>
      )}
      <SeenSites channel={channel} initial={sightings} mayWrite={mayWrite} />
      <Card title={t('policy')}>
        <div className="grid gap-3">
          <p className="text-ink-2">{t('policyText')}</p>
          <CodeBlock title="Content-Security-Policy" code={policyFor(installed)} copyLabel={copy} wrap />
        </div>
      </Card>
      <Card title={t('api')}>
        <div className="grid gap-3">
          <p className="text-ink-2">{t('apiText')}</p>
          <CodeBlock title="JavaScript" code={apiExamples} copyLabel={copy} />
        </div>
      </Card>
    </div>
  );
}

function Places({ installed }: { installed: Installed }) {
  const t = useTranslations('channels.installation');
  const [place, setPlace] = useState<Place>('html');
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t('where')}</span>
        <Select
          auto
          size="sm"
          label={t('where')}
          value={place}
          options={PLACES.map((value) => ({ value, label: t(`place.${value}`) }))}
          onChange={(next) => setPlace(PLACES.find((each) => each === next) ?? 'html')}
        />
      </div>
      <p className="text-ink-2">{t(`hint.${place}`)}</p>
      {snippetFor(place, installed) === tagOf(installed) ? null : (
        <CodeBlock title={t(`place.${place}`)} code={snippetFor(place, installed)} copyLabel={t('copy')} />
      )}
    </div>
  );
}
