'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Link } from '@/components/ui/link';
import { StatusDot } from '@/components/ui/status-dot';
import { useBotEditor } from './editor-context';

export interface ChannelChoice {
  readonly key: string;
  readonly name: string;
  /** The bot that answers first there. */
  readonly bot: { readonly key: string; readonly name: string } | null;
}

interface PublishCardProps {
  /** Key of this bot, once it is stored. */
  bot: string | null;
  channels: readonly ChannelChoice[];
  published: readonly string[];
  onChange: (published: readonly string[]) => void;
}

/** Where the bot may answer, and where it does. */
export function PublishCard({ bot, channels, published, onChange }: PublishCardProps) {
  const t = useTranslations('bots.publish');
  const { mayWrite, errors } = useBotEditor();
  const toggle = (key: string, on: boolean) =>
    onChange(on ? [...published, key] : published.filter((each) => each !== key));
  return (
    <Card title={t('title')} note={t('note')}>
      {channels.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="grid gap-2">
        {channels.map((channel) => {
          const { key, name } = channel;
          const here = published.includes(key);
          const answers = here && bot !== null && channel.bot?.key === bot;
          return (
            <li key={key} className="flex flex-wrap items-start gap-x-3">
              <Checkbox
                label={name}
                disabled={!mayWrite}
                checked={here}
                hint={
                  !here && bot !== null && channel.bot?.key === bot
                    ? t('willStop')
                    : channel.bot && channel.bot.key !== bot
                      ? t('other', { name: channel.bot.name })
                      : undefined
                }
                onChange={(on) => toggle(key, on)}
              />
              <span className="ml-auto flex items-center gap-3 text-xs">
                {answers ? <StatusDot tone="active">{t('answersFirst')}</StatusDot> : null}
                {here ? (
                  <Link href={`/channels/${key}/responses`} className="link" prefetch={false}>
                    {answers ? t('responses') : t('switchOn')}
                  </Link>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {errors.channels ? <p role="alert">{errors.channels}</p> : null}
    </Card>
  );
}
