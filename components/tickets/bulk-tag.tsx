'use client';

import * as Popover from '@radix-ui/react-popover';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TagInput } from '@/components/ui/tag-input';
import { useShortcut } from '@/components/ui/use-shortcut';

export interface BulkTagProps {
  suggestions: readonly string[];
  onAdd: (tags: string[]) => void;
}

/** Adds tags to what is selected; new ones may be typed. */
export function BulkTag({ suggestions, onAdd }: BulkTagProps) {
  const t = useTranslations('tickets.bulk');
  const [open, setOpen] = useState(false);
  const [tags, setTags] = useState<string[]>([]);
  useShortcut('t', () => setOpen(true));
  const submit = () => {
    if (tags.length === 0) return;
    setOpen(false);
    setTags([]);
    onAdd(tags);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button variant="quiet" size="sm" shortcut="T" aria-keyshortcuts="T">
          {t('tag')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('tag')}
          className="z-40 w-72 max-w-[calc(100vw-16px)] animate-appear rounded-md bg-raised p-3 shadow-menu"
        >
          <Field label={t('tags')}>
            <TagInput value={tags} onChange={setTags} suggestions={suggestions} normalise={oneWord} />
          </Field>
          <Button
            variant="primary"
            size="sm"
            className="mt-3"
            disabledReason={tags.length === 0 ? t('noTag') : null}
            onClick={submit}
          >
            {t('addTags')}
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function oneWord(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim().slice(0, 80) || null;
}
