'use client';

import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { BetweenMessages, Bubble, type BubbleProps } from '@/components/ui/bubble';
import { TriggerIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import type { Message } from '@/lib/contracts/conversation';
import { useFormats } from '@/lib/i18n/use-formats';
import { type Happening, HappeningLine, useHappeningWords } from './happening-line';
import { inOrder } from './message-order';

export interface MessagesProps {
  messages: readonly Message[];
  happenings?: readonly Happening[];
  customerName: string;
  agentNames?: Readonly<Record<string, string>>;
  /** Names of the rules behind firings. */
  ruleNames: Readonly<Record<string, string>>;
}

/** A conversation as it was written, with what happened in between and the days it stretched over. */
export function Messages({ messages, happenings = [], ...names }: MessagesProps) {
  const formats = useFormats();
  const wordsOf = useHappeningWords();
  const entries = [
    ...inOrder(messages).map((message) => ({ at: message.createdAt, message })),
    ...happenings.flatMap((happening) => {
      const words = wordsOf(happening);
      return words === null ? [] : [{ at: happening.at, happening, words }];
    }),
  ]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((entry) => ({ ...entry, day: formats.date(entry.at) }));
  return (
    <div className="grid gap-3.5">
      {entries.map((entry, index) => {
        const before = entries[index - 1];
        const newDay = before?.day !== entry.day;
        if ('message' in entry) {
          return (
            <div key={`m${entry.message.seq}`} className="grid gap-3.5">
              {newDay ? <BetweenMessages>{entry.day}</BetweenMessages> : null}
              <OneMessage message={entry.message} {...names} />
            </div>
          );
        }
        // Said again within the minute it would tell nothing.
        if (!newDay && before && 'words' in before && before.words === entry.words) return null;
        return (
          <div key={entry.happening.id} className="grid gap-3.5">
            {newDay ? <BetweenMessages>{entry.day}</BetweenMessages> : null}
            <HappeningLine href={entry.happening.href} words={entry.words} />
          </div>
        );
      })}
    </div>
  );
}

type OneMessageProps = Omit<MessagesProps, 'messages' | 'happenings'> & { message: Message };

export function OneMessage({ message, customerName, agentNames = {}, ruleNames }: OneMessageProps) {
  const t = useTranslations('log.conversation');
  const formats = useFormats();
  const { kind, id, name } = message.author;
  const author = {
    customer: name ?? customerName,
    agent: (id === null ? undefined : agentNames[id]) ?? name ?? t('agentOf'),
    bot: name ?? t('bot'),
    automation: name ?? t('automatic'),
    system: name ?? t('system'),
  }[kind];
  const rule = message.firing === null ? undefined : (ruleNames[message.firing] ?? t('firing'));
  return (
    <Bubble
      from={message.kind === 'note' ? 'note' : FROM[kind]}
      avatar={<Avatar name={author} id={id ?? author} kind={AVATARS[kind]} />}
      author={author}
      time={<time dateTime={message.createdAt}>{formats.time(message.createdAt)}</time>}
      via={
        rule === undefined ? null : (
          <Link
            href={`/log/${message.firing}`}
            prefetch={false}
            className="inline-flex items-center gap-1 hover:underline"
          >
            <TriggerIcon className="size-3" aria-hidden="true" />
            {rule}
          </Link>
        )
      }
    >
      {message.meta?.erased === true ? <span className="text-ink-3">{t('erased')}</span> : message.text}
    </Bubble>
  );
}

const FROM: Record<Message['author']['kind'], BubbleProps['from']> = {
  customer: 'customer',
  agent: 'agent',
  bot: 'automatic',
  automation: 'automatic',
  system: 'automatic',
};
const AVATARS = {
  customer: 'person',
  agent: 'person',
  bot: 'automation',
  automation: 'automation',
  system: 'system',
} as const;
