'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { EmojiButton } from '@/components/ui/emoji-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { BOT_LIMITS } from '@/lib/engine/bots/bot';
import { BotAvatar } from './bot-avatar';
import type { BotDraft } from './draft';
import { useBotEditor } from './editor-context';
import { OFFERED, useLanguageNames } from './language-names';
import { GroupPicker } from './step-row';
import { VariantField } from './variant-field';

interface SettingsCardProps {
  draft: BotDraft;
  onChange: (change: (draft: BotDraft) => BotDraft) => void;
}

/** Who the bot is, and what it says before and beside its answers. */
export function SettingsCard({ draft, onChange }: SettingsCardProps) {
  const t = useTranslations('bots.editor');
  const { mayWrite, errors, groups } = useBotEditor();
  const nameOf = useLanguageNames();
  const set = (patch: Partial<BotDraft>) => onChange((before) => ({ ...before, ...patch }));
  const { name, avatar, language, greeting, fallback, human } = draft;
  const setHuman = (patch: Partial<BotDraft['human']>) =>
    onChange((before) => ({ ...before, human: { ...before.human, ...patch } }));
  const languages = [...new Set([language, ...OFFERED])];
  return (
    <Card>
      <div className="grid gap-3">
        <div className="grid grid-cols-[minmax(0,1.2fr)_minmax(0,1.2fr)_minmax(0,1fr)] gap-3 max-phone:grid-cols-1">
          <Field label={t('name')} error={errors.name} hint={t('nameHint')} required>
            <Input
              value={name}
              maxLength={120}
              readOnly={!mayWrite}
              placeholder={t('namePlaceholder')}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
          <Field label={t('avatar')} error={errors.avatar} hint={t('avatarHint')}>
            <Input
              value={avatar}
              maxLength={500}
              readOnly={!mayWrite}
              lead={<BotAvatar name={name} avatar={avatar} />}
              tail={mayWrite ? <EmojiButton onChoose={(emoji) => set({ avatar: emoji })} /> : null}
              onChange={(event) => set({ avatar: event.target.value })}
            />
          </Field>
          <Field label={t('language')} error={errors.language} hint={t('languageHint')}>
            <Combobox
              value={language}
              disabledReason={mayWrite ? null : t('readOnly')}
              options={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
              onChange={(tag) => set({ language: tag })}
            />
          </Field>
        </div>
        <VariantField
          label={t('greeting')}
          hint={t('greetingHint')}
          required
          value={greeting}
          path="greeting"
          maxLength={BOT_LIMITS.textLength}
          onChange={(next) => set({ greeting: next })}
        />
        <VariantField
          label={t('fallback')}
          hint={t('fallbackHint')}
          required
          value={fallback}
          path="fallback"
          maxLength={BOT_LIMITS.textLength}
          onChange={(next) => set({ fallback: next })}
        />
        <fieldset className="grid gap-3 rounded-md bg-surface-2 p-3">
          <legend className="sr-only">{t('human')}</legend>
          <Checkbox
            label={t('humanOffered')}
            hint={t('humanHint')}
            disabled={!mayWrite}
            checked={human.offered}
            onChange={(offered) => setHuman({ offered })}
          />
          <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
            <VariantField
              label={t('humanLabel')}
              short
              required
              value={human.label}
              path="human.label"
              maxLength={BOT_LIMITS.labelLength}
              onChange={(label) => setHuman({ label })}
            />
            <Field label={t('humanGroup')} error={errors['human.group']}>
              <GroupPicker value={human.group} groups={groups} onChange={(group) => setHuman({ group })} />
            </Field>
          </div>
          <VariantField
            label={t('humanMessage')}
            value={human.message}
            path="human.message"
            maxLength={BOT_LIMITS.textLength}
            rows={1}
            onChange={(message) => setHuman({ message })}
          />
        </fieldset>
      </div>
    </Card>
  );
}
