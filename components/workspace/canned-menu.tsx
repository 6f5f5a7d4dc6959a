'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Link } from '@/components/ui/link';
import type { CannedReply } from '@/lib/contracts/canned-reply';

export interface CannedMenuProps {
  id: string;
  replies: readonly CannedReply[];
  /** Place of the one that Enter inserts. */
  active: number;
  loading: boolean;
  query: string;
  onPoint: (index: number) => void;
  onChoose: (reply: CannedReply) => void;
}

/** Canned replies above the text, found by what stands after the slash. The text area keeps the focus. */
export function CannedMenu({ id, replies, active, loading, query, onPoint, onChoose }: CannedMenuProps) {
  const t = useTranslations('workspace.canned');
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts when another one is active
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="absolute inset-x-0 bottom-full z-10 mb-1.5 animate-appear overflow-hidden rounded-md bg-raised shadow-menu">
      <div ref={list} id={id} role="listbox" aria-label={t('label')} className="max-h-64 overflow-y-auto p-1">
        {replies.map((reply, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act in the text area, which keeps the focus
          <div
            key={reply.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerMove={() => index !== active && onPoint(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(reply)}
            className={clsx(
              'flex min-h-[30px] cursor-pointer items-baseline gap-2 rounded-[5px] px-2 py-1 max-phone:min-h-11',
              index === active && 'bg-surface-3',
            )}
          >
            <span className="shrink-0 font-medium">/{reply.shortcut}</span>
            <span className="min-w-0 flex-1 truncate text-ink-2">
              {reply.title}
              <span className="text-ink-3"> · {reply.text}</span>
            </span>
          </div>
        ))}
      </div>
      {replies.length === 0 ? (
        <p className="px-3 pb-2 text-ink-3">
          {loading ? t('loading') : query === '' ? t('none') : t('noMatch', { query })}
        </p>
      ) : null}
      <div className="border-t border-line px-3 py-1.5 text-xs">
        <Link
          href="/workspace/replies"
          className="link"
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()}
        >
          {t('manage')}
        </Link>
      </div>
    </div>
  );
}
