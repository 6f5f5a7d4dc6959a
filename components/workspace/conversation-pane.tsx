'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type DragEvent, type RefObject, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { AcceptIcon } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { attach } from '@/lib/client/attaching';
import { Problem } from '@/lib/client/fetcher';
import { workspaceKeys } from '@/lib/client/workspace-keys';
import { useConversation } from '@/lib/client/workspace-thread';
import type { WorkspaceConversation, WorkspaceMe } from '@/lib/contracts/workspace';
import { Composer, type ComposerHandle } from './composer';
import { ConversationHeader } from './conversation-header';
import { useCustomerName } from './customer-name';
import { DetailsPanel } from './details-panel';
import { EndedBar } from './ended-bar';
import type { HeaderAct } from './header-act';
import { SuggestedReply } from './suggested-reply';
import { SuspendDialog } from './suspend-dialog';
import { ThreadView } from './thread-view';
import { TransferDialog } from './transfer-dialog';
import { useIsEnding } from './use-ending';

export type PaneDialog = 'transfer' | 'suspend' | 'details' | null;

export interface ConversationPaneProps {
  id: string;
  me: WorkspaceMe;
  listHref: string;
  accepting: boolean;
  /** Said above the thread: that somebody was quicker, or that a verb failed. */
  notice: string | null;
  composer: RefObject<ComposerHandle | null>;
  /** The conversation whose composer takes the focus once it is there. */
  answering: RefObject<string | null>;
  dialog: PaneDialog;
  onDialog: (dialog: PaneDialog) => void;
  onAct: (act: HeaderAct, conversation: WorkspaceConversation) => void;
  onOpen: (conversation: string, history?: 'push' | 'replace') => void;
}

/** One conversation: head, thread, where one writes, and beside it the details. */
export function ConversationPane(props: ConversationPaneProps) {
  const { data, error, isPending, refetch } = useConversation(props.id);
  const t = useTranslations('workspace.conversation');
  const client = useQueryClient();
  const { id, onOpen } = props;
  useEffect(() => {
    // Addresses may name it by its caller's own id; the stream speaks of uuids.
    if (!data || data.id === id) return;
    client.setQueryData(workspaceKeys.conversation(data.id), data);
    // After the effects of this commit: on the first one the router does not hear of addresses yet.
    const later = setTimeout(() => onOpen(data.id, 'replace'));
    return () => clearTimeout(later);
  }, [client, data, id, onOpen]);
  if (data) return <Open {...props} conversation={data} />;
  if (isPending) return <Loading listHref={props.listHref} />;
  const missing = error instanceof Problem && error.code === 'not_found';
  return (
    <section aria-label={t('label')} className="col-span-2 min-w-0 max-panel:col-span-1">
      <EmptyState
        title={missing ? t('missing') : t('failed')}
        text={missing ? t('missingText') : t('failedText')}
        actions={
          <>
            {missing ? null : <Button onClick={() => void refetch()}>{t('retry')}</Button>}
            <a href={props.listHref} className="link self-center">
              {t('toList')}
            </a>
          </>
        }
      />
    </section>
  );
}

function Open(props: ConversationPaneProps & { conversation: WorkspaceConversation }) {
  const { conversation, me, listHref, accepting, notice, composer, answering, dialog, onDialog, onOpen } = props;
  const t = useTranslations('workspace.conversation');
  const ending = useIsEnding(conversation.id);
  const name = useCustomerName()(conversation.customer);
  const act = (what: HeaderAct) => props.onAct(what, conversation);
  const { dropping, ...drop } = useDrop(conversation);
  const close = () => onDialog(null);
  return (
    <>
      <section
        aria-label={t('with', { name })}
        className="relative flex min-h-0 min-w-0 flex-col bg-surface"
        {...(conversation.verbs.note.allowed || conversation.verbs.reply.allowed ? drop : {})}
      >
        <ConversationHeader
          conversation={conversation}
          me={me}
          ending={ending}
          accepting={accepting}
          listHref={listHref}
          onAct={act}
        />
        {notice ? (
          <Notice tone="wait" className="mx-5 mt-3 max-phone:mx-3">
            {notice}
          </Notice>
        ) : null}
        <ThreadView key={conversation.id} conversation={conversation} me={me} />
        {conversation.verbs.accept.allowed && conversation.waiting ? (
          <div className="hidden shrink-0 px-3 pb-2 max-phone:block">
            <Button
              variant="primary"
              icon={<AcceptIcon />}
              busy={accepting}
              className="w-full"
              onClick={() => act('accept')}
            >
              {t('accept')}
            </Button>
          </div>
        ) : null}
        {conversation.phase === 'ended' ? <EndedBar conversation={conversation} composer={composer} /> : null}
        {conversation.phase === 'ended' ? null : (
          <>
            <SuggestedReply conversation={conversation.id} mayReply={conversation.verbs.reply.allowed} />
            <Composer
              key={`composer ${conversation.id}`}
              conversation={conversation}
              handle={composer}
              answering={answering}
            />
          </>
        )}
        {dropping ? (
          <div className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-md border-2 border-dashed border-accent bg-surface/90 font-medium text-accent-ink">
            {t('drop')}
          </div>
        ) : null}
      </section>
      <aside
        aria-label={t('details')}
        className="flex min-h-0 flex-col border-l border-line bg-canvas max-panel:hidden"
      >
        <DetailsPanel key={conversation.id} conversation={conversation} onAct={act} onOpen={onOpen} />
      </aside>
      <Sheet open={dialog === 'details'} onOpenChange={(open) => !open && close()} title={name}>
        <div className="flex min-h-full flex-col">
          <DetailsPanel
            conversation={conversation}
            onAct={act}
            onOpen={(id) => {
              close();
              onOpen(id);
            }}
            inSheet
          />
        </div>
      </Sheet>
      {dialog === 'transfer' ? <TransferDialog conversation={conversation} onClose={close} /> : null}
      {dialog === 'suspend' ? <SuspendDialog conversation={conversation} onClose={close} /> : null}
    </>
  );
}

/** Files dropped anywhere on the conversation go into what is being written. */
function useDrop({ id }: WorkspaceConversation) {
  const [dropping, setDropping] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    dropping,
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
        setDropping(false);
      }
    },
    onDrop: (event: DragEvent) => {
      setDropping(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      attach(id, [...event.dataTransfer.files]);
    },
  };
}

function Loading({ listHref }: { listHref: string }) {
  const t = useTranslations('workspace.conversation');
  return (
    <section
      aria-label={t('label')}
      aria-busy="true"
      className="col-span-2 flex min-h-0 min-w-0 flex-col bg-surface max-panel:col-span-1"
    >
      <div className="flex h-(--size-header) shrink-0 items-center gap-2.5 border-b border-line px-5">
        <a href={listHref} className="sr-only">
          {t('toList')}
        </a>
        <span aria-hidden="true" className="size-8 rounded-full bg-surface-3" />
        <Skeleton width={180} />
      </div>
      <div role="status" aria-label={t('loading')} className="flex flex-1 flex-col justify-end gap-6 px-5 py-8">
        {[42, 64, 36, 58].map((width) => (
          <div key={width} className="flex items-center gap-2.5">
            <span aria-hidden="true" className="size-6 shrink-0 rounded-full bg-surface-3" />
            <Skeleton width={`${width}%`} className="h-8! rounded-lg!" />
          </div>
        ))}
      </div>
    </section>
  );
}
