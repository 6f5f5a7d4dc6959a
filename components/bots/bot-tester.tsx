'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { BetweenMessages, Bubble } from '@/components/ui/bubble';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { RetryIcon, SendIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import type { Bot } from '@/lib/engine/bots/bot';
import { BotAvatar } from './bot-avatar';
import { MatchTable } from './match-table';
import { type Line, useConversation } from './use-conversation';

interface BotTesterProps {
  bot: Bot;
  avatar: string;
  language: string | null;
  groups: readonly { key: string; name: string }[];
}

/** Talks with the bot as it stands in the editor; under each text the answers that came into question. */
export function BotTester({ bot, avatar, language, groups }: BotTesterProps) {
  const t = useTranslations('bots.tester');
  const talk = useConversation(bot, language);
  const [text, setText] = useState('');
  const end = useRef<HTMLDivElement>(null);
  const count = talk.lines.length;
  useEffect(() => {
    if (count > 1) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    talk.write(text.trim());
    setText('');
  };
  const last = talk.lines.at(-1);
  const offered = last?.by === 'bot' ? (last.reply.quickReplies ?? []) : [];
  return (
    <div className="flex min-h-full flex-col">
      <div className="flex items-center gap-2 px-4 pt-3">
        <p className="text-xs text-ink-2">{t('intro')}</p>
        {talk.begun ? (
          <Button
            size="xs"
            variant="quiet"
            className="ml-auto"
            icon={<RetryIcon className="size-3.5" />}
            onClick={talk.startOver}
          >
            {t('startOver')}
          </Button>
        ) : null}
      </div>
      <div role="log" aria-label={t('log')} className="grid flex-1 content-start gap-3 px-4 py-3">
        {talk.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added
          <LineView key={index} line={line} bot={bot} avatar={avatar} groups={groups} threshold={talk.threshold} />
        ))}
        {offered.length > 0 ? (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and form semantics
          <div role="group" aria-label={t('choices')} className="flex flex-wrap gap-1.5 pl-8.5">
            {offered.map((each) => (
              <Button key={each.id} size="sm" className="rounded-full!" onClick={() => talk.choose(each)}>
                {each.label}
              </Button>
            ))}
          </div>
        ) : null}
        {talk.fields.length > 0 ? <DetailsForm key={count} fields={talk.fields} onGive={talk.give} /> : null}
        <div ref={end} />
      </div>
      <form className="sticky bottom-0 flex gap-2 border-t border-line bg-canvas px-4 py-3" onSubmit={send}>
        <Input
          aria-label={t('text')}
          value={text}
          maxLength={2_000}
          placeholder={t('placeholder')}
          disabled={talk.ended}
          onChange={(event) => setText(event.target.value)}
        />
        <IconButton
          type="submit"
          variant="default"
          label={t('send')}
          icon={<SendIcon />}
          disabledReason={talk.ended ? t('ended') : null}
        />
      </form>
    </div>
  );
}

interface LineViewProps extends Pick<BotTesterProps, 'bot' | 'avatar' | 'groups'> {
  line: Line;
  threshold: number;
}

function LineView({ line, bot, avatar, groups, threshold }: LineViewProps) {
  const t = useTranslations('bots.tester');
  if (line.by === 'system') {
    const group = groups.find(({ key }) => key === line.group)?.name ?? line.group;
    return <BetweenMessages>{group === null ? t('handedOver') : t('handedOverTo', { group })}</BetweenMessages>;
  }
  if (line.by === 'bot') {
    return (
      <Bubble from="automatic" avatar={<BotAvatar name={bot.name} avatar={avatar} />} author={bot.name || t('bot')}>
        {line.reply.text}
      </Bubble>
    );
  }
  return (
    <div className="grid gap-1.5">
      <Bubble from="customer" avatar={<Avatar name={t('customer')} />} author={t('customer')}>
        {line.text}
      </Bubble>
      {line.matches ? (
        <div className="pl-8.5">
          <MatchTable matches={line.matches} threshold={threshold} answers={bot.answers} />
        </div>
      ) : null}
    </div>
  );
}

interface DetailsFormProps {
  fields: readonly ('name' | 'email')[];
  onGive: (details: { name?: string; email?: string }) => void;
}

function DetailsForm({ fields, onGive }: DetailsFormProps) {
  const t = useTranslations('bots.tester');
  const [given, setGiven] = useState<{ name?: string; email?: string }>({});
  const complete = fields.every((field) => (given[field] ?? '').trim() !== '');
  return (
    <form
      className="grid gap-2 rounded-md border border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) onGive(given);
      }}
    >
      {fields.map((field) => (
        <Field key={field} label={t(`field.${field}`)}>
          <Input
            value={given[field] ?? ''}
            maxLength={200}
            onChange={(event) => setGiven((before) => ({ ...before, [field]: event.target.value }))}
          />
        </Field>
      ))}
      <div>
        <Button size="sm" type="submit" disabledReason={complete ? null : t('incomplete')}>
          {t('give')}
        </Button>
      </div>
    </form>
  );
}
