'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { OfflineIcon } from '@/components/ui/icons';
import { readConnection, watchConnection } from '@/lib/client/live';

/** A moment without the stream is nothing to speak of. */
const PATIENCE_MS = 2_500;

/** Says when what one sees may not be what is. */
export function ConnectionBar() {
  const t = useTranslations('workspace.connection');
  const connection = useSyncExternalStore(watchConnection, readConnection, () => 'connecting' as const);
  const [told, setTold] = useState(connection);
  useEffect(() => {
    const timer = setTimeout(() => setTold(connection), connection === 'lost' ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status">
      {told === 'lost' || told === 'ended' ? (
        <div className="flex items-center justify-center gap-2 bg-wait-soft px-4 py-1.5 text-wait-ink">
          <OfflineIcon className="size-3.5" />
          <span>{told === 'lost' ? t('lost') : t('ended')}</span>
          {told === 'ended' ? (
            <a href="/sign-in?from=/workspace" className="font-medium underline underline-offset-2">
              {t('signIn')}
            </a>
          ) : null}
        </div>
      ) : told === 'polling' ? (
        <p className="bg-surface-2 px-4 py-1 text-center text-xs text-ink-2">{t('polling')}</p>
      ) : null}
    </div>
  );
}
