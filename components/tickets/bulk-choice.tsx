'use client';

import * as Popover from '@radix-ui/react-popover';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type ComboOption, OptionList } from '@/components/ui/option-list';
import { useShortcut } from '@/components/ui/use-shortcut';

export interface BulkChoiceProps {
  /** The verb: "Set status". */
  label: string;
  /** Key that opens it. */
  shortcut: string;
  searchLabel: string;
  options: readonly ComboOption[];
  onChoose: (value: string) => void;
}

/** A verb of the bulk bar that asks for one of many. */
export function BulkChoice({ label, shortcut, searchLabel, options, onChoose }: BulkChoiceProps) {
  const [open, setOpen] = useState(false);
  useShortcut(shortcut, () => setOpen(true));
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button variant="quiet" size="sm" shortcut={shortcut.toUpperCase()} aria-keyshortcuts={shortcut.toUpperCase()}>
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className="z-40 w-72 max-w-[calc(100vw-16px)] animate-appear overflow-hidden rounded-md bg-raised shadow-menu"
        >
          <OptionList
            options={options}
            selected={[]}
            searchLabel={searchLabel}
            onChoose={(value) => {
              setOpen(false);
              onChoose(value);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
