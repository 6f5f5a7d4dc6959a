'use client';

import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { BetweenMessages, Bubble, type BubbleProps } from '@/components/ui/bubble';
import { TriggerIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import type { Message } from '@/lib/contracts/conversation';
import { useFormats } from '@/lib/i18n/use-formats';
import { inOrder } from './message-order';

/** Something that happened between messages; a link where it leads somewhere. */
export interface Happening {
  id: string;
  type: string;
  at: string;
  href: string;
}

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
  const t = useTranslations('log.between');
  const entries = [
    ...inOrder(messages).map((message) => ({
      key: `m${message.seq}`,
      at: message.createdAt,
      message,
      happening: null,
    })),
    ...happenings.map((happening) => ({ key: happening.id, at: happening.at, message: null, happening })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <div className="grid gap-3.5">
      {entries.map(({ key, at, message, happening }, index) => {
        const before = entries[index - 1];
        const newDay = !before || formats.date(before.at) !== formats.date(at);
        return (
          <div key={key} className="grid gap-3.5">
            {newDay ? <BetweenMessages>{formats.date(at)}</BetweenMessages> : null}
            {message ? <OneMessage message={message} {...names} /> : null}
            {happening && t.has(happening.type as 'ticket_created') ? (
              <BetweenMessages>
                <Link href={happening.href} prefetch={false} className="hover:underline">
                  {t(happening.type as 'ticket_created', { time: formats.time(at) })}
                </Link>
              </BetweenMessages>
            ) : null}
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
