'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Spinner } from '@/components/ui/spinner';
import { StatusDot } from '@/components/ui/status-dot';
import { toast } from '@/components/ui/toast';
import { updateChannel, useSightings } from '@/lib/client/channels';
import { problemText } from '@/lib/client/fetcher';
import type { Channel, ChannelSighting } from '@/lib/contracts/channel';

interface SeenSitesProps {
  channel: Channel;
  initial: readonly ChannelSighting[];
  mayWrite: boolean;
}

/** Looks every few seconds whether a site has loaded the widget, and says when one was refused. */
export function SeenSites({ channel, initial, mayWrite }: SeenSitesProps) {
  const t = useTranslations('channels.installation');
  const { data, isError } = useSightings(channel.id, initial);
  const seen = data.items;
  const waiting = !seen.some(({ allowed }) => allowed);
  return (
    <Card
      title={t('seen')}
      note={waiting ? null : t('seenCount', { count: seen.filter((each) => each.allowed).length })}
    >
      <div role="status" className="grid gap-2">
        {isError ? <Notice tone="wait">{t('seenFailed')}</Notice> : null}
        {channel.active ? null : <Notice tone="wait">{t('inactive')}</Notice>}
        {waiting ? (
          <p className="flex items-center gap-2 text-ink-2">
            <Spinner />
            {t(channel.kind === 'mobile' ? 'waitingApp' : 'waiting')}
          </p>
        ) : null}
        {seen.length > 0 ? (
          <ul className="divide-y divide-line border-t border-line">
            {seen.map((sighting) => (
              <Site key={sighting.origin} channel={channel} sighting={sighting} mayWrite={mayWrite} />
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}

function Site({ channel, sighting, mayWrite }: { channel: Channel; sighting: ChannelSighting; mayWrite: boolean }) {
  const t = useTranslations('channels.installation');
  const { origin, allowed, seenAt } = sighting;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <StatusDot tone={allowed ? 'active' : 'broken'}>
        <span className="sr-only">{t(allowed ? 'shown' : 'refused')}</span>
      </StatusDot>
      <code className="min-w-0 font-mono text-xs break-all">{origin}</code>
      {allowed ? null : <span className="text-stop-ink">{t('refused')}</span>}
      <span className="ml-auto flex items-center gap-3 text-xs text-ink-3">
        <RelativeTime at={seenAt} />
        {allowed || !mayWrite ? null : <Allow channel={channel} origin={origin} />}
      </span>
    </li>
  );
}

/** The remedy beside the refusal: one more allowed site. */
function Allow({ channel, origin }: { channel: Channel; origin: string }) {
  const t = useTranslations('channels.installation');
  const channels = useTranslations('channels');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const allow = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const { version, settings } = channel;
      const allowedOrigins = [...(settings.allowedOrigins ?? []), origin];
      await updateChannel(channel.id, { version, settings: { allowedOrigins } });
      toast(t('allowed', { origin }));
      router.refresh();
    } catch (error) {
      setFailure(problemText(error, channels('failed')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {failure ? (
        <span role="alert" className="text-stop-ink">
          {failure}
        </span>
      ) : null}
      <Button size="xs" busy={busy} onClick={() => void allow()}>
        {t('allow')}
      </Button>
    </>
  );
}
