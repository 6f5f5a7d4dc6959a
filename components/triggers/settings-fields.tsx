'use client';

import { useTranslations } from 'next-intl';
import type { Reference } from '@/components/rule-editor/editor-context';
import { NameFields } from '@/components/rule-editor/name-fields';
import type { SettingsOf } from '@/components/rule-editor/rule-form';
import { Field } from '@/components/ui/field';
import { MultiSelect } from '@/components/ui/multi-select';
import { Switch } from '@/components/ui/switch';
import type { TriggerBody } from '@/lib/client/trigger-editing';

type Settings = SettingsOf<TriggerBody>;

interface SettingsFieldsProps {
  settings: Settings;
  errors: Readonly<Record<string, string>>;
  /** Messaging channels. */
  channels: readonly Reference[];
  onChange: (settings: Partial<Settings>) => void;
}

/** What surrounds the rule: its name, and when it may run at all. */
export function SettingsFields({ settings, errors, channels, onChange }: SettingsFieldsProps) {
  const t = useTranslations('triggers.editor');
  const page = useTranslations('rules.page');
  return (
    <div className="grid grid-cols-2 items-start gap-x-3 gap-y-2.5 max-phone:grid-cols-1">
      <NameFields area="triggers" {...{ settings, errors, onChange }} />
      <Field label={t('channels')} error={errors.channels}>
        <MultiSelect
          value={settings.channels}
          options={channels.map(({ key, name, note }) => ({ value: key, label: name, hint: note }))}
          placeholder={t('allChannels')}
          onChange={(next) => onChange({ channels: next })}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 self-end py-1.5">
        <Switch
          checked={settings.oncePerTicket}
          label={t('once')}
          onChange={(oncePerTicket) => onChange({ oncePerTicket })}
        />
        <Switch
          className="phone:hidden"
          checked={settings.active}
          label={page('active')}
          onChange={(active) => onChange({ active })}
        />
      </div>
    </div>
  );
}
