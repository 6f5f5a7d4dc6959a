'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { BetweenMessages } from '@/components/ui/bubble';
import { Button } from '@/components/ui/button';
import { SortDownIcon } from '@/components/ui/icons';
import { useNow } from '@/components/ui/use-now';
import { useOutgoing } from '@/lib/client/sending';
import { useThreadMails } from '@/lib/client/thread-mails';
import { firstSeq, useOlderMessages } from '@/lib/client/workspace-thread';
import type { ThreadMails, WorkspaceConversation, WorkspaceMe } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { knownName, useCustomerName } from './customer-name';
import { SystemLine } from './system-line';
import { type ThreadItem, threadItems } from './thread-items';
import { OutgoingMessage, ThreadMessageView } from './thread-message';
import { TypingLine } from './typing-line';
import { useReading } from './use-reading';
import { useThreadScroll } from './use-thread-scroll';

export interface ThreadViewProps {
  conversation: WorkspaceConversation;
  me: WorkspaceMe;
}

/** Messages, notes and what happened in between, oldest at the top; older ones come while one scrolls up. */
export function ThreadView({ conversation, me }: ThreadViewProps) {
  const t = useTranslations('workspace.thread');
  const { id, thread } = conversation;
  const formats = useFormats();
  const outgoing = useOutgoing(id);
  const older = useOlderMessages(id);
  const seqs = thread.entries.length > 0 ? String(firstSeq(thread)) : '';
  const last = `${thread.messageSeq} ${thread.entries.length} ${outgoing.length}`;
  const { scroller, content, atEnd, toEnd } = useThreadScroll(seqs, last, '[data-unread]');
  const mark = useReading(conversation, atEnd);
  const mails = useThreadMails(conversation);
  const items = threadItems({ entries: thread.entries, outgoing, readSeq: mark, dayOf: formats.date });
  const loadOlder = () => {
    if (!older.isPending) older.mutate(firstSeq(thread));
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="log"
        aria-label={t('label')}
        aria-busy={older.isPending || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2! [overflow-anchor:none]"
      >
        <div
          ref={content}
          className="flex min-h-full flex-col justify-end gap-3.5 px-5 py-4 max-phone:px-4 max-phone:py-3"
        >
          {thread.more ? <Earlier key={seqs} busy={older.isPending} failed={older.isError} onSeen={loadOlder} /> : null}
          {items.map((item) => (
            <Item key={item.key} item={item} conversation={conversation} me={me} mails={mails} />
          ))}
          {items.length === 0 ? <p className="text-ink-3">{t('empty')}</p> : null}
        </div>
      </div>
      {atEnd ? null : (
        <Button
          size="sm"
          icon={<SortDownIcon className="size-3.5" />}
          className="absolute! right-5 bottom-3 shadow-menu!"
          onClick={toEnd}
        >
          {t('latest')}
        </Button>
      )}
      <TypingLine conversation={conversation} />
    </div>
  );
}

type ItemProps = ThreadViewProps & { item: ThreadItem; mails: ThreadMails['items'] };

function Item({ item, conversation, me, mails }: ItemProps) {
  const name = useCustomerName()(conversation.customer);
  switch (item.kind) {
    case 'day':
      return <Day at={item.at} />;
    case 'unread':
      return <UnreadMark />;
    case 'line':
      return <SystemLine line={item.line} />;
    case 'outgoing':
      return <OutgoingMessage outgoing={item.outgoing} me={me.agent} />;
    case 'entry':
      return (
        <ThreadMessageView
          entry={item.entry}
          customer={name}
          customerInitials={knownName(conversation.customer)}
          customerId={conversation.customer.id}
          conversation={conversation.id}
          mark={item.entry.kind === 'message' ? markOf(mails, item.entry.seq) : undefined}
        />
      );
  }
}

function markOf(mails: ThreadMails['items'], seq: number) {
  return mails.find(({ message }) => message === seq);
}

function Day({ at }: { at: string }) {
  const t = useTranslations('workspace.thread');
  const formats = useFormats();
  const now = useNow(60_000);
  const day = formats.date(at);
  const text =
    day === formats.date(now) ? t('today') : day === formats.date(now - 86_400_000) ? t('yesterday') : formats.date(at);
  return <BetweenMessages>{text}</BetweenMessages>;
}

function UnreadMark() {
  const t = useTranslations('workspace.thread');
  return (
    <div
      data-unread=""
      className="flex items-center gap-2 text-xs font-medium text-accent-ink before:h-px before:flex-1 before:bg-accent-line after:h-px after:flex-1 after:bg-accent-line"
    >
      {t('unread')}
    </div>
  );
}

/** Comes into sight: fetches what was before. */
function Earlier({ busy, failed, onSeen }: { busy: boolean; failed: boolean; onSeen: () => void }) {
  const t = useTranslations('workspace.thread');
  const top = useRef<HTMLDivElement>(null);
  const [inSight, setInSight] = useState(false);
  const fetchOlder = useRef(onSeen);
  useEffect(() => {
    fetchOlder.current = onSeen;
  });
  useEffect(() => {
    if (!top.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting === true), {
      root: top.current.closest('[role="log"]'),
      rootMargin: '300px 0px 0px',
    });
    observer.observe(top.current);
    return () => observer.disconnect();
  }, []);
  // Still in sight after older messages have come in, the observer would not tell again.
  useEffect(() => {
    if (inSight && !busy && !failed) fetchOlder.current();
  }, [inSight, busy, failed]);
  return (
    <div ref={top} className="flex flex-col items-center gap-1">
      <Button size="sm" busy={busy} onClick={onSeen}>
        {t('earlier')}
      </Button>
      {failed ? (
        <span role="alert" className="text-xs text-stop-ink">
          {t('earlierFailed')}
        </span>
      ) : null}
    </div>
  );
}
