'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type IconType, InfoIcon, MessageIcon, ProactiveIcon, TriggerIcon, WorkflowIcon } from '@/components/ui/icons';
import type { Use } from '@/lib/contracts/app-error';

const PLACES: Readonly<Record<string, { icon: IconType; href: (id: string) => string }>> = {
  channel: { icon: MessageIcon, href: (id) => `/channels/${id}/responses` },
  proactive: { icon: ProactiveIcon, href: (id) => `/proactive/${id}` },
  trigger: { icon: TriggerIcon, href: (id) => `/triggers/${id}` },
  workflow: { icon: WorkflowIcon, href: (id) => `/workflows/${id}` },
};

/** What would miss the bot. */
export function UsedByCard({ uses }: { uses: readonly Use[] }) {
  const t = useTranslations('bots.uses');
  return (
    <Card title={t('title')} note={uses.length}>
      <ul>
        {uses.map(({ kind, id, name }) => {
          const { icon: Icon = InfoIcon, href } = PLACES[kind] ?? {};
          return (
            <li key={`${kind}:${id}`} className="flex min-h-7 items-center gap-2 max-phone:min-h-11">
              <Icon className="text-ink-3" />
              {href ? (
                <Link href={href(id)} className="min-w-0 truncate font-medium hover:underline" prefetch={false}>
                  {name}
                </Link>
              ) : (
                <span className="min-w-0 truncate font-medium">{name}</span>
              )}
              <span className="ml-auto text-xs text-ink-3">
                {t(`as.${kind in PLACES ? kind : 'other'}` as 'as.other')}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
