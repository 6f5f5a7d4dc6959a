'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { changeAlerts, notificationPermission, switchDesktopOn, useAlerts } from '@/lib/client/alerts';
import type { WorkspaceMe } from '@/lib/contracts/workspace';

/** Once one is online for the first time: whether the computer may tell of requests while the window is hidden. */
export function AlertsNotice({ me }: { me: WorkspaceMe }) {
  const t = useTranslations('workspace.alerts');
  const { asked } = useAlerts();
  const [open, setOpen] = useState(false);
  // Not while rendering: the server does not know what the browser allows.
  useEffect(() => setOpen(notificationPermission() === 'default'), []);
  if (!open || asked || !me.agent || me.status !== 'online') return null;
  return (
    <section aria-label={t('label')} className="mx-3 mb-2 grid gap-2 rounded-md border border-line bg-surface p-3">
      <p>{t('text')}</p>
      <div className="flex gap-2">
        <Button size="sm" onClick={() => void switchDesktopOn()}>
          {t('on')}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => changeAlerts({ asked: true })}>
          {t('off')}
        </Button>
      </div>
    </section>
  );
}
