'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { AddIcon } from '@/components/ui/icons';
import { Tag } from '@/components/ui/tag';
import { problemText } from '@/lib/client/problem-text';
import { useConversationVerb } from '@/lib/client/workspace-verbs';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { useKnownTags } from './use-known-tags';

/** Tags of a conversation: × takes one away, "Tag" adds one by typing. */
export function TagsEditor({ conversation }: { conversation: WorkspaceConversation }) {
  const t = useTranslations('workspace.tags');
  const { id, tags, verbs } = conversation;
  const { mutate, error, isError } = useConversationVerb(id);
  const [adding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const change = (add: string[], remove: string[]) => mutate({ verb: 'tags', add, remove });
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <div className="grid gap-1">
      <ul aria-label={t('label')} className="flex flex-wrap items-center gap-1">
        {tags.map((tag) => (
          <li key={tag} className="flex max-w-full">
            <Tag onRemove={verbs.tags.allowed ? () => change([], [tag]) : undefined}>{tag}</Tag>
          </li>
        ))}
        <li>
          {adding ? (
            <NewTag taken={tags} onAdd={(tag) => change([tag], [])} onClose={close} />
          ) : verbs.tags.allowed ? (
            <Button
              ref={button}
              variant="quiet"
              size="xs"
              icon={<AddIcon className="size-3.5" />}
              aria-label={t('add')}
              onClick={() => setAdding(true)}
            >
              {t('tag')}
            </Button>
          ) : null}
        </li>
      </ul>
      {isError ? (
        <p role="alert" className="text-xs text-stop-ink">
          {problemText(error, t('failed'))}
        </p>
      ) : null}
    </div>
  );
}

interface NewTagProps {
  taken: readonly string[];
  onAdd: (tag: string) => void;
  onClose: () => void;
}

/** Enter or a comma adds and goes on, Escape or leaving closes. */
function NewTag({ taken, onAdd, onClose }: NewTagProps) {
  const t = useTranslations('workspace.tags');
  const [text, setText] = useState('');
  const listId = useId();
  const known = useKnownTags();
  const add = () => {
    const tag = text.replace(/,/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 80);
    if (tag !== '' && !taken.includes(tag)) onAdd(tag);
    setText('');
    return tag !== '';
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: it has just been asked for
        autoFocus
        list={listId}
        aria-label={t('add')}
        placeholder={t('example')}
        value={text}
        maxLength={80}
        className="h-6 w-36 rounded-[5px] border border-line-2 bg-surface px-1.5 text-xs max-phone:h-11 max-phone:text-lg"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          add();
          onClose();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            if (!add()) onClose();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            setText('');
            onClose();
          }
        }}
      />
      <datalist id={listId}>
        {known
          .filter((tag) => !taken.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </>
  );
}
