'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { BotIcon, SendIcon } from '@/components/ui/icons';
import { Textarea } from '@/components/ui/textarea';
import { problemText } from '@/lib/client/fetcher';
import { useDecideDraft, useReplyDraft } from '@/lib/client/reply-draft';
import type { ReplyDraft } from '@/lib/contracts/reply-draft';

/** What a rule has written for an agent to send; nothing while there is none. */
export function SuggestedReply({ conversation, mayReply }: { conversation: string; mayReply: boolean }) {
  const { data } = useReplyDraft(conversation);
  const draft = data?.draft;
  return draft ? <Suggestion key={draft.id} {...{ conversation, draft, mayReply }} /> : null;
}

interface SuggestionProps {
  conversation: string;
  draft: ReplyDraft;
  mayReply: boolean;
}

function Suggestion({ conversation, draft, mayReply }: SuggestionProps) {
  const t = useTranslations('workspace.suggestion');
  const title = useId();
  const decide = useDecideDraft(conversation);
  const [text, setText] = useState<string | null>(null);
  const act = (which: 'send' | 'discard') =>
    decide.mutate({ act: which, draft: draft.id, ...(which === 'send' && text !== null && { text }) });
  const busy = (which: 'send' | 'discard') => decide.isPending && decide.variables.act === which;
  return (
    <section
      aria-labelledby={title}
      className="mx-5 mb-2 shrink-0 rounded-md border border-accent/30 bg-accent-soft px-3 py-2.5 max-phone:mx-3"
    >
      <h3 id={title} className="flex items-center gap-1.5 text-xs font-semibold text-accent-ink">
        <BotIcon className="size-3.5 shrink-0" />
        <span className="min-w-0 truncate">{t('title', { rule: draft.rule })}</span>
      </h3>
      {text === null ? (
        <p className="mt-1.5 max-h-48 overflow-y-auto break-words whitespace-pre-wrap">{draft.text}</p>
      ) : (
        <Textarea
          autoFocus
          className="mt-1.5"
          aria-label={t('text')}
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {decide.error ? (
        <p role="alert" className="mt-1.5 text-stop-ink">
          {problemText(decide.error, t('failed'))}
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap justify-end gap-1.5">
        <Button size="sm" variant="quiet" busy={busy('discard')} onClick={() => act('discard')}>
          {t('discard')}
        </Button>
        {text === null ? (
          <Button size="sm" onClick={() => setText(draft.text)}>
            {t('edit')}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="primary"
          icon={<SendIcon className="size-3.5" />}
          busy={busy('send')}
          disabledReason={mayReply ? (text?.trim() === '' ? t('nothing') : null) : t('mayNot')}
          onClick={() => act('send')}
        >
          {t('send')}
        </Button>
      </div>
    </section>
  );
}
