'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field, FieldError } from '@/components/ui/field';
import { AddIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Menu } from '@/components/ui/menu';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Tag } from '@/components/ui/tag';
import type { Reply } from '@/lib/engine/proactive/message';
import type { DetailField } from '@/lib/engine/responses/response';
import type { ChannelState } from './channel-state';
import type { Settings } from './message-form';
import { TextField } from './text-field';

interface ComposeSectionProps {
  settings: Settings;
  channel: ChannelState | undefined;
  errors: Readonly<Record<string, string>>;
  onChange: (settings: Partial<Settings>) => void;
}

const DETAILS: readonly DetailField[] = ['name', 'email'];

/** The message, and who goes on when the visitor answers. */
export function ComposeSection({ settings, channel, errors, onChange }: ComposeSectionProps) {
  const t = useTranslations('proactive.editor');
  const { reply } = settings;
  const bots = channel?.bots ?? [];
  const choose = (kind: Reply['kind']) => onChange({ reply: kind === 'agent' ? AGENT : firstAnswer(bots) });
  return (
    <>
      <TextField
        label={t('message')}
        hint={t('messageHint')}
        error={errors.message ?? errors['message.text']}
        value={settings.message}
        rows={4}
        onChange={(message) => onChange({ message })}
      />
      <RadioGroup
        legend={t('howToReply')}
        value={reply.kind}
        onChange={choose}
        options={[
          { value: 'agent', label: t('agentReplies'), hint: t('agentHint') },
          {
            value: 'bot',
            label: t('botReplies'),
            hint: t(bots.length > 0 ? 'botHint' : 'noBot'),
            disabled: bots.length === 0 && reply.kind !== 'bot',
          },
        ]}
      />
      {channel ? (
        <p className="-mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
          <Link href={`/bots/new?channel=${channel.key}`} className="link">
            {t('createBot')}
          </Link>
          <Link href="/bots" className="link">
            {t('publishBot')}
          </Link>
        </p>
      ) : null}
      {reply.kind === 'agent' ? (
        <AgentReply reply={reply} errors={errors} onChange={(next) => onChange({ reply: next })} />
      ) : (
        <BotReply reply={reply} bots={bots} errors={errors} onChange={(next) => onChange({ reply: next })} />
      )}
    </>
  );
}

interface AgentReplyProps {
  reply: Extract<Reply, { kind: 'agent' }>;
  errors: ComposeSectionProps['errors'];
  onChange: (reply: Reply) => void;
}

function AgentReply({ reply, errors, onChange }: AgentReplyProps) {
  const t = useTranslations('proactive.editor');
  const missing = DETAILS.filter((field) => !reply.details.includes(field));
  const set = (details: readonly DetailField[]) =>
    onChange({ ...reply, details: DETAILS.filter((field) => details.includes(field)) });
  return (
    <>
      <TextField
        label={t('followUp')}
        hint={t('followUpHint')}
        error={errors['reply.followUp']}
        value={reply.followUp}
        rows={2}
        onChange={(followUp) => onChange({ ...reply, followUp })}
      />
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 text-xs font-medium text-ink-2">{t('details')}</legend>
        <div className="flex flex-wrap items-center gap-1.5">
          {reply.details.map((field) => (
            <Tag key={field} onRemove={() => set(reply.details.filter((each) => each !== field))}>
              {t(`detail.${field}`)}
            </Tag>
          ))}
          {reply.details.length === 0 ? <span className="text-ink-3">{t('nothingAsked')}</span> : null}
          {missing.length > 0 ? (
            <Menu
              trigger={
                <Button size="sm" variant="quiet" icon={<AddIcon />}>
                  {t('addDetail')}
                </Button>
              }
              items={missing.map((field) => ({
                id: field,
                label: t(`detail.${field}`),
                onSelect: () => set([...reply.details, field]),
              }))}
            />
          ) : null}
        </div>
        <p className="text-xs text-ink-3">{t('detailsHint')}</p>
      </fieldset>
    </>
  );
}

interface BotReplyProps {
  reply: Extract<Reply, { kind: 'bot' }>;
  bots: ChannelState['bots'];
  errors: ComposeSectionProps['errors'];
  onChange: (reply: Reply) => void;
}

function BotReply({ reply, bots, errors, onChange }: BotReplyProps) {
  const t = useTranslations('proactive.editor');
  const bot = bots.find(({ key }) => key === reply.bot);
  return (
    <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
      <Field label={t('bot')} error={errors['reply.bot']}>
        <Select
          value={reply.bot || undefined}
          options={bots.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(key) => onChange(firstAnswer(bots.filter((each) => each.key === key)))}
        />
      </Field>
      <Field label={t('answer')} error={errors['reply.answer']} hint={bot ? undefined : t('botGone')}>
        <Select
          value={reply.answer || undefined}
          options={(bot?.answers ?? []).map(({ key, title }) => ({ value: key, label: title }))}
          onChange={(answer) => onChange({ ...reply, answer })}
        />
      </Field>
      {bot ? (
        <p className="col-span-full -mt-1 flex gap-4 text-xs">
          <Link href={`/bots/${bot.key}`} className="link">
            {t('editBot')}
          </Link>
          {reply.answer ? (
            <Link href={`/bots/${bot.key}?answer=${reply.answer}#answer-${reply.answer}`} className="link">
              {t('editAnswer')}
            </Link>
          ) : null}
        </p>
      ) : null}
      {errors.reply ? <FieldError>{errors.reply}</FieldError> : null}
    </div>
  );
}

const AGENT: Reply = { kind: 'agent', followUp: '', details: DETAILS };

function firstAnswer(bots: ChannelState['bots']): Reply {
  const [bot] = bots;
  return { kind: 'bot', bot: bot?.key ?? '', answer: bot?.answers[0]?.key ?? '' };
}
