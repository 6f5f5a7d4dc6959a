'use client';

import { useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SendIcon } from '@/components/ui/icons';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { attach, takeAttachments, useUploads } from '@/lib/client/attaching';
import type { Draft } from '@/lib/client/drafts';
import { sendFrom } from '@/lib/client/sending';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { CannedMenu } from './canned-menu';
import { ComposerTabs } from './composer-tabs';
import { ComposerTools } from './composer-tools';
import { UploadTray } from './upload-tray';
import { useCanned } from './use-canned';
import { useDraft } from './use-draft';
import { useTellTyping } from './use-tell-typing';
import { useVerbReason } from './verb-reason';

/** Most that a message may hold. */
const MOST = 8_000;

export interface ComposerProps {
  conversation: WorkspaceConversation;
  /** What the keys R and N reach from outside. */
  handle: RefObject<ComposerHandle | null>;
  /** The conversation that one goes on to answer: its composer takes the focus as it comes up. */
  answering?: RefObject<string | null>;
}

export interface ComposerHandle {
  write: (mode: Draft['mode']) => void;
}

/** Where one writes: to the customer, or a note for colleagues. */
export function Composer({ conversation, handle, answering }: ComposerProps) {
  const t = useTranslations('workspace.composer');
  const { id, verbs } = conversation;
  const client = useQueryClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, change] = useDraft(id);
  const uploads = useUploads(id);
  const canned = useCanned(id);
  const tellTyping = useTellTyping(id);
  const reasonOf = useVerbReason();
  const coarse = useMediaQuery('(pointer: coarse)');
  const [leftOut, setLeftOut] = useState(0);
  const mode = verbs.reply.allowed ? draft.mode : 'note';
  const text = draft[mode];
  const tooLong = text.length > MOST;
  const uploading = uploads.some(({ attachment, failure }) => !attachment && !failure);
  // A file may go alone to the customer; a note says something.
  const ready = text.trim() !== '' || (mode === 'message' && uploads.some(({ attachment }) => attachment));
  // Asked to send while files are on their way: it goes when they have arrived.
  const [wanted, setWanted] = useState(false);
  const failed = uploads.some(({ failure }) => failure);

  useEffect(() => {
    const write: ComposerHandle['write'] = (next) => {
      change({ mode: next });
      requestAnimationFrame(() => area.current?.focus());
    };
    handle.current = { write };
    if (answering?.current === id) {
      answering.current = null;
      write('message');
    }
    return () => {
      handle.current = null;
    };
  }, [handle, answering, id, change]);

  const send = () => {
    if (tooLong || (!ready && !uploading)) return;
    if (uploading) return setWanted(true);
    sendFrom(client, id, { kind: mode, text: text.trim(), attachments: takeAttachments(id) });
    change({ [mode]: '' });
    tellTyping(false);
    area.current?.focus();
  };
  const sendNow = useRef(send);
  useEffect(() => {
    sendNow.current = send;
  });
  useEffect(() => {
    if (!wanted || uploading) return;
    setWanted(false);
    if (!failed) sendNow.current();
  }, [wanted, uploading, failed]);
  const take = (files: FileList | readonly File[]) => setLeftOut(attach(id, [...files]));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (canned.onKey(event) || event.nativeEvent.isComposing) return;
    // Out of the text, to where single keys are heard.
    if (event.key === 'Escape') document.querySelector<HTMLElement>('[role="log"]')?.focus();
    if (event.key !== 'Enter') return;
    const meant = event.metaKey || event.ctrlKey || (!event.shiftKey && !event.altKey && !coarse);
    if (!meant) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      aria-label={t('label')}
      className="relative mx-5 mb-4 shrink-0 max-phone:mx-3 max-phone:mb-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {canned.open ? (
        <CannedMenu
          id={canned.listId}
          replies={canned.replies}
          active={canned.active}
          loading={canned.loading}
          query={canned.query}
          onPoint={canned.point}
          onChoose={(reply) => area.current && canned.choose(reply, area.current)}
        />
      ) : null}
      <div
        className={clsx(
          'rounded-md border shadow-control transition-colors duration-(--duration-fast) focus-within:border-accent focus-within:ring-3 focus-within:ring-accent/20',
          mode === 'note' ? 'border-wait-line bg-wait-soft' : 'border-line-2 bg-surface',
        )}
      >
        <ComposerTabs mode={mode} verbs={verbs} onChange={(next) => handle.current?.write(next)} />
        <textarea
          ref={area}
          data-bare=""
          data-composer=""
          rows={2}
          aria-label={mode === 'note' ? t('noteLabel') : t('replyLabel')}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={canned.open ? canned.listId : undefined}
          aria-activedescendant={
            canned.open && canned.replies.length > 0 ? `${canned.listId}-${canned.active}` : undefined
          }
          aria-describedby={`${canned.listId}-hint`}
          aria-invalid={tooLong || undefined}
          placeholder={mode === 'note' ? t('notePlaceholder') : t('replyPlaceholder')}
          value={text}
          className="block field-sizing-content max-h-[264px] min-h-[58px] w-full resize-none bg-transparent px-3 py-2 text-base outline-none max-phone:max-h-40 max-phone:text-lg"
          onChange={(event) => {
            change({ [mode]: event.target.value });
            canned.look(event.target);
            if (mode === 'message') tellTyping(event.target.value.trim() !== '');
          }}
          onSelect={(event) => canned.look(event.currentTarget)}
          onBlur={() => {
            canned.close();
            tellTyping(false);
          }}
          onPaste={(event) => {
            if (event.clipboardData.files.length === 0) return;
            event.preventDefault();
            take(event.clipboardData.files);
          }}
          onKeyDown={onKeyDown}
        />
        <UploadTray uploads={uploads} />
        <div className="flex items-center gap-0.5 p-1.5">
          <ComposerTools area={area} onFiles={take} />
          <span
            id={`${canned.listId}-hint`}
            className="ml-auto min-w-0 truncate px-2 text-xs text-ink-3 max-phone:hidden max-rail:hidden"
          >
            {coarse ? '' : t('hint')}
          </span>
          <Button
            type="submit"
            variant="primary"
            size="sm"
            icon={<SendIcon className="size-3.5" />}
            className="max-phone:ml-auto max-rail:ml-auto"
            busy={wanted}
            disabledReason={tooLong ? t('tooLong') : ready || uploading ? null : t('nothing')}
          >
            {mode === 'note' ? t('addNote') : t('send')}
          </Button>
        </div>
      </div>
      <Hints
        lines={[
          text.length > MOST - 500 ? t('length', { count: text.length, most: MOST }) : null,
          wanted ? t('uploading') : null,
          leftOut > 0 ? t('leftOut', { count: leftOut }) : null,
          canned.missing.length > 0
            ? t('missing', { count: canned.missing.length, names: canned.missing.map((name) => `@${name}`).join(', ') })
            : null,
          canned.failed ? t('cannedFailed') : null,
          verbs.reply.allowed ? null : reasonOf(verbs.reply),
          mode === 'message' && conversation.assignee === null ? t('takes') : null,
        ]}
      />
    </form>
  );
}

function Hints({ lines }: { lines: readonly (string | null)[] }) {
  const said = lines.filter((line) => line !== null);
  return (
    <div role="status" className="text-xs text-ink-2">
      {said.map((line) => (
        <p key={line} className="pt-1.5">
          {line}
        </p>
      ))}
    </div>
  );
}
