import clsx from 'clsx';
import { useTranslations } from 'next-intl';

export type PresenceState = 'online' | 'away' | 'invisible';

/** Dot at the lower right of its (relative) avatar, with its word for assistive technology. */
export function Presence({ state, silent }: { state: PresenceState; silent?: boolean }) {
  const t = useTranslations('ui');
  return (
    <span
      className={clsx(
        'absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-canvas',
        { online: 'bg-go', away: 'bg-wait', invisible: 'bg-canvas inset-ring-2 inset-ring-edge' }[state],
      )}
    >
      {silent ? null : <span className="sr-only">{t(`presence.${state}`)}</span>}
    </span>
  );
}
