'use client';

import * as RadixTabs from '@radix-ui/react-tabs';
import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface TabItem {
  value: string;
  label: ReactNode;
  count?: number;
  panel: ReactNode;
}

export interface TabsProps {
  tabs: readonly TabItem[];
  label: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  className?: string;
}

/** Parts of one object on one page. Where each part has an address of its own, use LinkTabs. */
export function Tabs({ tabs, label, value, defaultValue = tabs[0]?.value, onChange, className }: TabsProps) {
  return (
    <RadixTabs.Root
      value={value}
      defaultValue={value === undefined ? defaultValue : undefined}
      onValueChange={onChange}
      className={className}
    >
      <RadixTabs.List aria-label={label} className={TAB_LIST}>
        {tabs.map((tab) => (
          <RadixTabs.Trigger
            key={tab.value}
            value={tab.value}
            className={clsx(TAB, 'data-[state=active]:border-ink data-[state=active]:text-ink')}
          >
            {tab.label}
            <TabCount count={tab.count} />
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.value} value={tab.value}>
          {tab.panel}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}

export const TAB_LIST = 'flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none]';
export const TAB =
  '-mb-px inline-flex h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium whitespace-nowrap text-ink-2 -outline-offset-2! hover:text-ink max-phone:h-11';

export function TabCount({ count }: { count?: number }) {
  return count === undefined ? null : <span className="font-normal text-ink-3 tabular-nums">{count}</span>;
}
