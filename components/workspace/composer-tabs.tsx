'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { LockIcon } from '@/components/ui/icons';
import type { Draft } from '@/lib/client/drafts';
import type { ConversationVerbs } from '@/lib/contracts/workspace';
import { useVerbReason } from './verb-reason';

interface ComposerTabsProps {
  mode: Draft['mode'];
  verbs: ConversationVerbs;
  onChange: (mode: Draft['mode']) => void;
}

/** To the customer or for colleagues; each keeps its own text. */
export function ComposerTabs({ mode, verbs, onChange }: ComposerTabsProps) {
  const t = useTranslations('workspace.composer');
  const reasonOf = useVerbReason();
  const tabs = [
    { mode: 'message', label: t('reply'), key: 'R', verb: verbs.reply },
    { mode: 'note', label: t('note'), key: 'N', verb: verbs.note },
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and form semantics
    <div role="group" aria-label={t('modes')} className="flex gap-1 px-1.5 pt-1.5">
      {tabs.map((tab) => (
        <button
          key={tab.mode}
          type="button"
          aria-pressed={mode === tab.mode}
          aria-disabled={tab.verb.allowed ? undefined : true}
          aria-keyshortcuts={tab.key}
          title={tab.verb.allowed ? undefined : (reasonOf(tab.verb) ?? undefined)}
          onClick={() => tab.verb.allowed && onChange(tab.mode)}
          className={clsx(
            'inline-flex h-6 items-center gap-1.5 rounded-[5px] px-2 text-xs font-medium max-phone:h-10 max-phone:px-3',
            mode === tab.mode
              ? tab.mode === 'note'
                ? 'bg-wait-line/60 text-ink'
                : 'bg-surface-3 text-ink'
              : 'text-ink-2 hover:text-ink aria-disabled:text-ink-3',
          )}
        >
          {tab.mode === 'note' ? <LockIcon className="size-3" aria-hidden="true" /> : null}
          {tab.label}
        </button>
      ))}
    </div>
  );
}
