'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { sweepDrafts } from '@/lib/client/drafts';
import { useMe } from '@/lib/client/me';
import { problemText } from '@/lib/client/problem-text';
import { useCounts } from '@/lib/client/workspace';
import { useKnownConversation } from '@/lib/client/workspace-thread';
import { type Acceptance, useAccept, useAcceptNext, useConversationVerb } from '@/lib/client/workspace-verbs';
import type { WorkspaceConversation, WorkspaceCounts, WorkspaceMe } from '@/lib/contracts/workspace';
import { AlertsNotice } from './alerts-notice';
import type { ComposerHandle } from './composer';
import { ConnectionBar } from './connection-bar';
import { ConversationPane, type PaneDialog } from './conversation-pane';
import { useCustomerName } from './customer-name';
import type { HeaderAct } from './header-act';
import { ListColumn } from './list-column';
import { NothingOpen } from './nothing-open';
import { ReferencesProvider } from './references';
import { type TicketChoices, TicketChoicesProvider } from './ticket-choices';
import { openStatus } from './ticket-fields';
import { addressOf, useAddress } from './use-address';
import { useEnding, useIsEnding } from './use-ending';
import { useListCursor } from './use-list-cursor';

export interface WorkspaceProps {
  me: WorkspaceMe;
  counts: WorkspaceCounts;
  /** Names behind the keys of rules. */
  references: References;
  /** What tickets can be changed to. */
  choices: TicketChoices;
}

/** Where agents answer: lists, a conversation and its details side by side; on a phone one after the other. */
export function Workspace({ me: initialMe, counts: initialCounts, references, choices }: WorkspaceProps) {
  const t = useTranslations('workspace');
  const { data: me = initialMe } = useMe(initialMe);
  const { data: counts = initialCounts } = useCounts(initialCounts);
  const { place, go } = useAddress();
  const [dialog, setDialog] = useState<PaneDialog>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const composer = useRef<ComposerHandle>(null);
  // Of the conversation that was just accepted; its composer may have to be loaded first.
  const answering = useRef<string | null>(null);
  const id = place.conversation;
  const open = useKnownConversation(id);
  const name = useCustomerName();
  const ending = useEnding();
  const isEnding = useIsEnding(open?.id ?? '');
  const accept = useAccept();
  const acceptNext = useAcceptNext();
  const assign = useConversationVerb(id ?? '');
  const onListKey = useListCursor(scroller, id);
  useEffect(() => sweepDrafts(), []);
  useEffect(() => {
    setDialog(null);
    setNotice(null);
    if (answering.current !== id) answering.current = null;
  }, [id]);

  const openConversation = useCallback(
    (conversation: string, history?: 'push' | 'replace') => go({ conversation }, history),
    [go],
  );

  const told = (result: Acceptance) => {
    if (result.outcome === 'nothing') toast(t('accept.nothing'));
    else if (result.outcome === 'taken') setNotice(result.by ? t('accept.taken', { by: result.by }) : t('accept.gone'));
    else {
      go({ conversation: result.id });
      if (open?.id === result.id && composer.current) composer.current.write('message');
      else answering.current = result.id;
    }
  };
  const failed = (error: unknown) => setNotice(problemText(error, t('accept.failed')));
  const takeNext = () => {
    if (!me.agent || acceptNext.isPending) return;
    acceptNext.mutate(undefined, {
      onSuccess: told,
      onError: (error) => toast(problemText(error, t('accept.failed'))),
    });
  };
  const act = (what: HeaderAct, conversation: WorkspaceConversation) => {
    const { verbs } = conversation;
    if (what === 'back') go({ conversation: null });
    else if (what === 'details') setDialog('details');
    else if (what === 'transfer') verbs.transfer.allowed && setDialog('transfer');
    else if (what === 'suspend') verbs.suspend.allowed && setDialog('suspend');
    else if (what === 'end') verbs.end.allowed && ending.end(conversation, name(conversation.customer));
    else if (what === 'undoEnd') ending.undo(conversation.id);
    else if (what === 'accept') accept.mutate(conversation.id, { onSuccess: told, onError: failed });
    else assign.mutate({ verb: 'assign' }, { onError: failed });
  };

  const acceptsOpen = open?.verbs.accept.allowed === true && open.waiting !== null;
  const withOpen = (what: HeaderAct) => () => open && act(what, open);
  useShortcut('a', () => (open && acceptsOpen ? act('accept', open) : takeNext()));
  useShortcut('r', () => composer.current?.write('message'), { enabled: open !== undefined });
  useShortcut('n', () => composer.current?.write('note'), { enabled: open !== undefined });
  useShortcut('t', withOpen('transfer'), { enabled: open !== undefined });
  useShortcut('s', () => openStatus() || setDialog('details'), { enabled: open !== undefined && open.number !== null });
  useShortcut('e', withOpen(isEnding ? 'undoEnd' : 'end'), { enabled: open !== undefined });

  return (
    <ReferencesProvider value={references}>
      <TicketChoicesProvider value={choices}>
        <div className="flex h-full min-h-0 flex-col" data-open={id !== null}>
          {/* Of the whole: on a phone the list with its title is not there while a conversation is. */}
          <h1 className="sr-only">{t('title')}</h1>
          <ConnectionBar />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside */}
          <div
            onKeyDown={onListKey}
            className="grid min-h-0 flex-1 grid-cols-[320px_minmax(0,1fr)_340px] max-panel:grid-cols-[320px_minmax(0,1fr)] max-phone:grid-cols-1"
          >
            <div className={id === null ? 'contents' : 'contents max-phone:hidden'}>
              <ListColumn
                me={me}
                counts={counts}
                place={place}
                go={go}
                scroller={scroller}
                reachable={focused}
                onFocusRow={setFocused}
                notices={<AlertsNotice me={me} />}
                acceptNext={
                  me.agent ? (
                    <AcceptNext
                      busy={acceptNext.isPending}
                      waiting={counts.queue}
                      byKey={!acceptsOpen}
                      onAccept={takeNext}
                    />
                  ) : null
                }
              />
            </div>
            {id === null ? (
              <NothingOpen me={me} counts={counts} />
            ) : (
              <ConversationPane
                key={id}
                id={id}
                me={me}
                listHref={addressOf({ ...place, conversation: null })}
                accepting={accept.isPending}
                notice={notice}
                composer={composer}
                answering={answering}
                dialog={dialog}
                onDialog={setDialog}
                onAct={act}
                onOpen={openConversation}
              />
            )}
          </div>
        </div>
      </TicketChoicesProvider>
    </ReferencesProvider>
  );
}

interface AcceptNextProps {
  busy: boolean;
  waiting: number;
  /** The key A means this, not the open conversation. */
  byKey: boolean;
  onAccept: () => void;
}

function AcceptNext({ busy, waiting, byKey, onAccept }: AcceptNextProps) {
  const t = useTranslations('workspace.accept');
  return (
    <div className="shrink-0 p-3">
      <Button
        variant="primary"
        className="w-full"
        shortcut={byKey ? 'A' : undefined}
        busy={busy}
        aria-keyshortcuts={byKey ? 'A' : undefined}
        disabledReason={waiting === 0 ? t('nothing') : null}
        onClick={onAccept}
      >
        {t('next')}
      </Button>
    </div>
  );
}
