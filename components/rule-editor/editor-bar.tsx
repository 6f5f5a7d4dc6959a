'use client';

import { useTranslations } from 'next-intl';
import { DeveloperViewIcon, GroupIcon } from '@/components/ui/icons';
import { Segmented } from '@/components/ui/segmented';
import { StatusDot } from '@/components/ui/status-dot';
import { RuleTabs, type RuleTabsProps } from './rule-tabs';
import type { View } from './use-rule-form';

interface EditorBarProps {
  tabs: RuleTabsProps | null;
  view: View;
  dirty: boolean;
  /** Why the visual view is locked. */
  locked: string | null;
  onView: (view: View) => void;
}

/** 44 px under the header: tabs, the mark of unsaved changes, the switch between the views. */
export function EditorBar({ tabs, view, dirty, locked, onView }: EditorBarProps) {
  const t = useTranslations('rules.page');
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 border-b border-line px-5 max-phone:px-4">
      {tabs ? <RuleTabs {...tabs} /> : null}
      <div className="ml-auto flex items-center gap-3 py-1.5 max-phone:ml-0 max-phone:w-full max-phone:flex-wrap">
        <span role="status" className="max-phone:order-2">
          {dirty ? (
            <StatusDot tone="waiting" className="text-ink-2">
              {t('unsaved')}
            </StatusDot>
          ) : null}
        </span>
        <Segmented
          label={t('view')}
          value={view}
          onChange={onView}
          size="lg"
          segments={[
            {
              value: 'visual',
              label: t('visual'),
              icon: <GroupIcon className="size-3.5" />,
              disabledReason: view === 'developer' ? locked : null,
            },
            { value: 'developer', label: t('developer'), icon: <DeveloperViewIcon className="size-3.5" /> },
          ]}
        />
      </div>
    </div>
  );
}
