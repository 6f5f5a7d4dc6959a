'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { Field } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import { FREQUENCIES, type SendWindow, WINDOWS } from '@/lib/engine/proactive/message';
import type { ChannelState } from './channel-state';
import type { Settings } from './message-form';

interface SendSectionProps {
  settings: Settings;
  channel: ChannelState | undefined;
  references: References;
  errors: Readonly<Record<string, string>>;
  onChange: (settings: Partial<Settings>) => void;
}

/** Inside or outside business hours, how often, and the tags of what comes of it. */
export function SendSection({ settings, channel, references, errors, onChange }: SendSectionProps) {
  const t = useTranslations('proactive.editor');
  const { send, frequency } = settings;
  const schedules = references.schedule ?? [];
  const own = channel?.schedule ?? null;
  const hasHours = own !== null;
  const chooseWindow = (when: SendWindow) => {
    if (when === 'any') return onChange({ send: { when } });
    const schedule = send.schedule ?? own ?? undefined;
    onChange({ send: { when, ...(schedule !== undefined && { schedule }) } });
  };
  return (
    <>
      <RadioGroup
        legend={t('window')}
        value={send.when}
        onChange={chooseWindow}
        options={WINDOWS.map((value) => ({
          value,
          label: t(`windows.${value}`),
          // What was chosen before stays choosable, so that it can be seen and changed.
          disabled: value !== 'any' && !hasHours && send.when !== value,
        }))}
      />
      {hasHours ? null : (
        <p className="-mt-2 text-xs text-ink-3">
          {t('noHours')}{' '}
          <Link className="underline" href={channel ? `/channels/${channel.key}/responses` : '/channels'}>
            {t('toHours')}
          </Link>
        </p>
      )}
      {send.when === 'any' ? null : (
        <Field label={t('schedule')} error={errors['send.schedule']} className="max-w-80">
          <Select
            value={send.schedule}
            placeholder={t('chooseSchedule')}
            options={schedules.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(schedule) => onChange({ send: { ...send, schedule } })}
          />
        </Field>
      )}
      <RadioGroup
        legend={t('frequency')}
        value={frequency}
        onChange={(next) => onChange({ frequency: next })}
        options={FREQUENCIES.map((value) => ({
          value,
          label: t(`frequencies.${value}`),
          hint: t(`frequencyHints.${value}`),
        }))}
      />
      {frequency === 'every_time' ? <Notice tone="wait">{t('everyTimeAdvice')}</Notice> : null}
      <Field label={t('tags')} hint={t('tagsHint')} error={errors.tags}>
        <TagInput value={settings.tags} suggestions={references.tags} onChange={(tags) => onChange({ tags })} />
      </Field>
    </>
  );
}
