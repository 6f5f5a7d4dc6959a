'use client';

import { useTranslations } from 'next-intl';
import {
  type IconType,
  InfoIcon,
  ProactiveIcon,
  TriggerIcon,
  WorkflowIcon,
  WorkspaceIcon,
} from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import type { Use } from '@/lib/contracts/app-error';

/** As the services count them: that many mean "or more". */
const MOST_COUNTED = 1_000;

const PLACES: Readonly<Record<string, { icon: IconType; href?: (id: string) => string }>> = {
  trigger: { icon: TriggerIcon, href: (id) => `/triggers/${id}` },
  proactive: { icon: ProactiveIcon, href: (id) => `/proactive/${id}` },
  workflow: { icon: WorkflowIcon, href: (id) => `/workflows/${id}` },
  inbox: { icon: WorkspaceIcon },
};

export interface UsedWordsProps {
  rules: readonly Use[];
  tickets: number;
  /** The list of these tickets. */
  href: string;
}

/** How many tickets and rules, in a cell. */
export function UsedWords({ rules, tickets, href }: UsedWordsProps) {
  const t = useTranslations('settings.used');
  if (tickets === 0 && rules.length === 0) return <span className="text-ink-3">{t('nowhere')}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {tickets > 0 ? (
        <Link href={href} prefetch={false} className="link font-normal! tabular-nums">
          {t(tickets >= MOST_COUNTED ? 'ticketsOrMore' : 'tickets', { count: tickets })}
        </Link>
      ) : null}
      {rules.length > 0 ? (
        <span className="text-ink-2" title={rules.map(({ name }) => name).join(', ')}>
          {t('rules', { count: rules.length })}
        </span>
      ) : null}
    </span>
  );
}

/** In a question before deletion: the rules by name, each with the way there, and how many tickets. */
export function UsedList({ uses }: { uses: readonly Use[] }) {
  const t = useTranslations('settings.used');
  const tickets = uses.filter(({ kind }) => kind === 'conversation').length;
  const others = uses.filter(({ kind }) => kind !== 'conversation');
  if (uses.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="mt-3 grid max-h-52 gap-1 overflow-y-auto rounded-sm border border-line p-2">
      {tickets > 0 ? (
        <li className="font-medium">{t(tickets >= MOST_LISTED ? 'ticketsOrMore' : 'tickets', { count: tickets })}</li>
      ) : null}
      {others.map(({ kind, id, name }) => {
        const { icon: Icon = InfoIcon, href } = PLACES[kind] ?? {};
        return (
          <li key={`${kind}:${id}`} className="flex items-center gap-2">
            <Icon className="shrink-0 text-ink-3" />
            {href ? (
              <Link href={href(id)} prefetch={false} className="min-w-0 truncate font-medium hover:underline">
                {name}
              </Link>
            ) : (
              <span className="min-w-0 truncate font-medium">{name}</span>
            )}
            <span className="ml-auto shrink-0 text-xs text-ink-3">
              {t(`kind.${kind in PLACES ? kind : 'other'}` as 'kind.other')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A refusal names at most so many tickets. */
const MOST_LISTED = 100;
