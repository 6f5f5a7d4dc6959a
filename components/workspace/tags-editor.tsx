'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { AddIcon } from '@/components/ui/icons';
import { Tag } from '@/components/ui/tag';
import { problemText } from '@/lib/client/problem-text';
import { useConversationVerb } from '@/lib/client/workspace-verbs';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { NewWord } from './new-word';
import { useKnownTags } from './use-known-tags';

/** Tags of a conversation: × takes one away, "Tag" adds one by typing. */
export function TagsEditor({ conversation }: { conversation: WorkspaceConversation }) {
  const t = useTranslations('workspace.tags');
  const { id, tags, verbs } = conversation;
  const { mutate, error, isError } = useConversationVerb(id);
  const [adding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const known = useKnownTags();
  const change = (add: string[], remove: string[]) => mutate({ verb: 'tags', add, remove });
  const close = (byKey: boolean) => {
    setAdding(false);
    if (byKey) requestAnimationFrame(() => button.current?.focus());
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
            <NewWord
              {...{ label: t('add'), placeholder: t('example'), maxLength: 80, taken: tags, known }}
              onAdd={(tag) => change([tag], [])}
              onClose={close}
            />
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
