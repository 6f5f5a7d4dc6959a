'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { type IconType, InfoIcon, MessageIcon, ProactiveIcon, TriggerIcon, WorkflowIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import type { Bot } from '@/lib/contracts/bot';
import { useBotEditor } from './editor-context';

const PLACES: Readonly<Record<string, { icon: IconType; href: (id: string) => string }>> = {
  channel: { icon: MessageIcon, href: (id) => `/channels/${id}/responses` },
  proactive: { icon: ProactiveIcon, href: (id) => `/proactive/${id}` },
  trigger: { icon: TriggerIcon, href: (id) => `/triggers/${id}` },
  workflow: { icon: WorkflowIcon, href: (id) => `/workflows/${id}` },
};

/** What would miss the bot. */
export function UsedByCard({ uses }: { uses: Bot['uses'] }) {
  const t = useTranslations('bots.uses');
  const { answers } = useBotEditor();
  return (
    <Card title={t('title')} note={uses.length}>
      <ul>
        {uses.map(({ kind, id, name, answer }) => {
          const { icon: Icon = InfoIcon, href } = PLACES[kind] ?? {};
          const runs = answers.find(({ key }) => key === answer)?.title;
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
              <span className="ml-auto min-w-0 truncate text-xs text-ink-3">
                {runs ? t('runs', { title: runs }) : t(`as.${kind in PLACES ? kind : 'other'}` as 'as.other')}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
