'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';

/**
 * While `dirty`, asks before a link leads away or the page closes. Render the returned `dialog`; call `leave(href)`
 * instead of router.push for a Cancel button.
 */
export function useUnsavedGuard(dirty: boolean): { dialog: ReactNode; leave: (href: string) => void } {
  const t = useTranslations('ui');
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    const catchLink = (event: MouseEvent) => {
      const href = internalTarget(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    window.addEventListener('beforeunload', hold);
    document.addEventListener('click', catchLink, true);
    return () => {
      window.removeEventListener('beforeunload', hold);
      document.removeEventListener('click', catchLink, true);
    };
  }, [dirty]);
  const dialog = (
    <ConfirmDialog
      open={target !== null}
      onOpenChange={(open) => !open && setTarget(null)}
      title={t('unsaved.title')}
      text={t('unsaved.text')}
      verb={t('unsaved.leave')}
      cancel={t('unsaved.stay')}
      onConfirm={() => {
        const href = target;
        setTarget(null);
        if (href !== null) router.push(href);
      }}
    />
  );
  return { dialog, leave: (href) => (dirty ? setTarget(href) : router.push(href)) };
}

/** Path of a plain click on a link to another page of ours, else null. */
function internalTarget(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target === '_blank' || link.hasAttribute('download') || link.origin !== location.origin)
    return null;
  return link.pathname === location.pathname ? null : link.pathname + link.search + link.hash;
}
