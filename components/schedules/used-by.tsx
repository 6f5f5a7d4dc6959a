'use client';

import { useTranslations } from 'next-intl';
import {
  type IconType,
  InfoIcon,
  MessageIcon,
  PersonIcon,
  ProactiveIcon,
  TriggerIcon,
  WorkflowIcon,
} from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { PanelSection } from '@/components/ui/side-panel';
import type { Use } from '@/lib/contracts/app-error';

interface Place {
  icon: IconType;
  href?: (id: string) => string;
}

const PLACES: Readonly<Record<string, Place>> = {
  channel: { icon: MessageIcon, href: (id) => `/channels/${id}` },
  trigger: { icon: TriggerIcon, href: (id) => `/triggers/${id}` },
  proactive: { icon: ProactiveIcon, href: (id) => `/proactive/${id}` },
  workflow: { icon: WorkflowIcon, href: (id) => `/workflows/${id}` },
  agent: { icon: PersonIcon },
};

/** What names the schedule, each with the way there. */
export function UsedBy({ uses }: { uses: readonly Use[] }) {
  const t = useTranslations('schedules.uses');
  return (
    <PanelSection
      title={
        <>
          {t('title')} <span className="font-normal text-ink-3 tabular-nums">{uses.length}</span>
        </>
      }
    >
      {uses.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul>
        {uses.map(({ kind, id, name }) => {
          const { icon: Icon = InfoIcon, href } = PLACES[kind] ?? {};
          return (
            <li key={`${kind}:${id}`} className="flex h-7 items-center gap-2 max-phone:h-11">
              <Icon className="text-ink-3" />
              {href ? (
                <Link
                  href={href(id)}
                  title={name}
                  className="min-w-0 truncate font-medium hover:underline"
                  prefetch={false}
                >
                  {name}
                </Link>
              ) : (
                <span className="min-w-0 truncate font-medium">{name}</span>
              )}
              <span className="ml-auto shrink-0 text-xs text-ink-3">
                {t(`as.${kind in PLACES ? kind : 'other'}` as 'as.other')}
              </span>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
