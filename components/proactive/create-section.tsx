'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { LIMITS } from '@/lib/engine/limits';
import type { ChannelState } from './channel-state';
import type { Settings } from './message-form';

interface CreateSectionProps {
  settings: Settings;
  brands: readonly { key: string; name: string }[];
  channels: readonly ChannelState[];
  errors: Readonly<Record<string, string>>;
  onChange: (settings: Partial<Settings>) => void;
}

/** What the team calls it, and where it is shown: one channel of one brand. */
export function CreateSection({ settings, brands, channels, errors, onChange }: CreateSectionProps) {
  const t = useTranslations('proactive.editor');
  const start = useTranslations('proactive.start');
  const own = channels.filter(({ brand }) => brand === settings.brand);
  return (
    <>
      <Field label={start('name')} hint={start('nameHint')} error={errors.name} required>
        <Input
          value={settings.name}
          maxLength={LIMITS.nameLength}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field label={t('description')} error={errors.description}>
        <Input
          value={settings.description}
          maxLength={LIMITS.descriptionLength}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
        <Field label={start('brand')} error={errors.brand}>
          <Select
            value={settings.brand || undefined}
            options={brands.map(({ key, name }) => ({
              value: key,
              label: name,
              ...(channels.some(({ brand }) => brand === key) ? {} : { disabledReason: t('brandWithoutWidget') }),
            }))}
            onChange={(brand) =>
              onChange({ brand, channel: channels.find((channel) => channel.brand === brand)?.key ?? '' })
            }
          />
        </Field>
        <Field label={start('channel')} hint={start('channelHint')} error={errors.channel}>
          <Select
            value={settings.channel || undefined}
            options={own.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(channel) => onChange({ channel })}
          />
        </Field>
      </div>
    </>
  );
}
