'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { SidePanel } from '@/components/ui/side-panel';
import { Switch } from '@/components/ui/switch';
import { toastUndo } from '@/components/ui/toast';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { readAuthor, readChannel, updateChannel } from '@/lib/client/channels';
import type { Channel } from '@/lib/contracts/channel';
import { defaultResponse } from '@/lib/engine/responses/response';
import { palette } from '@/lib/widget/colour';
import { ChannelHeader } from '../channel-header';
import type { Named } from '../channel-list';
import { hasWidget } from '../has-widget';
import { SaveActions } from '../save-actions';
import { StaleNotice } from '../stale-notice';
import { type Stored, useVersionedForm } from '../use-versioned-form';
import { WidgetPreview } from '../widget-preview';
import { ColourField } from './colour-field';
import { changeOf, draftOf, type GeneralDraft } from './general-draft';
import { LogoField } from './logo-field';
import { OriginFields } from './origin-fields';

const NONE = '-';

interface ChannelFormProps {
  channel: Channel;
  brands: readonly Named[];
  groups: readonly Named[];
  accountLanguage: 'en' | 'fr';
  mayWrite: boolean;
}

/** The General tab: whose channel it is, how the widget looks, and where it may be shown. */
export function ChannelForm({ channel, brands, groups, accountLanguage, mayWrite }: ChannelFormProps) {
  const t = useTranslations('channels');
  const router = useRouter();
  const form = useVersionedForm<GeneralDraft>({
    initial: draftOf(channel),
    write: async (draft, version) => draftOf(await updateChannel(channel.id, changeOf(draft, version))),
    read: async () => draftOf(await readChannel(channel.id)),
    readAuthor: () => readAuthor(channel.id),
    onSaved: (before: Stored<GeneralDraft>, after) => {
      toastUndo(t('saved'), () => form.restore(before.value, after.version));
      router.refresh();
    },
  });
  const { draft, set, errorAt } = form;
  const guard = useUnsavedGuard(mayWrite && form.dirty);
  const widget = hasWidget(channel);
  const brandName = nameOf(brands, draft.brand);
  const colours = palette(draft.colour.trim(), false);
  const undo = () => {
    const typed = draft;
    form.load(form.stored.value);
    toastUndo(t('undone'), () => form.load(typed));
  };
  const takeTheirs = () => {
    const mine = form.takeTheirs();
    toastUndo(t('stale.took'), () => form.load(mine));
  };
  const words = (value: GeneralDraft) => inWords(t, value, { brands, groups, widget });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ChannelHeader
        channel={{ ...channel, name: form.stored.value.name, active: form.stored.value.active }}
        dirty={form.dirty}
        actions={
          mayWrite ? (
            <>
              <Switch
                className="mr-2 max-phone:hidden"
                checked={draft.active}
                label={t('status.active')}
                onChange={(active) => set({ active })}
              />
              <SaveActions dirty={form.dirty} busy={form.busy} onUndo={undo} onSave={() => void form.save()} />
            </>
          ) : null
        }
      />
      <div className="flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 overflow-y-auto px-5 pt-3.5 pb-16 max-phone:px-4 max-phone:pb-28">
          <div className="mx-auto grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
            {mayWrite ? null : <Notice tone="info">{t('readOnly')}</Notice>}
            {form.failure ? (
              <Notice tone={form.failure.issues.length > 0 ? 'wait' : 'stop'}>
                {form.failure.detail || t('failed')}
              </Notice>
            ) : null}
            {form.theirs ? (
              <StaleNotice
                author={form.theirs.author}
                theirs={words(form.theirs.value)}
                mine={words(draft)}
                busy={form.busy}
                onKeepMine={() => void form.keepMine()}
                onTakeTheirs={takeTheirs}
              />
            ) : null}
            {/* A form with a read-only reader keeps its values selectable. */}
            <fieldset disabled={!mayWrite} className="contents">
              <Card title={t('form.about')}>
                <div className="grid gap-4 phone:grid-cols-2">
                  <Field label={t('form.name')} hint={t('form.nameHint')} error={errorAt('name')} required>
                    <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} />
                  </Field>
                  <Field label={t('form.brand')} hint={t('form.brandHint')} error={errorAt('brand')}>
                    <Combobox value={draft.brand} options={options(brands)} onChange={(brand) => set({ brand })} />
                  </Field>
                  <Field label={t('form.group')} hint={t('form.groupHint')} error={errorAt('defaultGroup')}>
                    <Combobox
                      value={draft.defaultGroup ?? NONE}
                      options={[{ value: NONE, label: t('form.noGroup') }, ...options(groups)]}
                      onChange={(group) => set({ defaultGroup: group === NONE ? null : group })}
                    />
                  </Field>
                  <Field label={t('form.language')} hint={t('form.languageHint')}>
                    <Select
                      value={draft.language ?? NONE}
                      options={[
                        {
                          value: NONE,
                          label: t('form.accountLanguage', { language: t(`language.${accountLanguage}`) }),
                        },
                        { value: 'en', label: t('language.en') },
                        { value: 'fr', label: t('language.fr') },
                      ]}
                      onChange={(next) => set({ language: next === 'en' || next === 'fr' ? next : null })}
                    />
                  </Field>
                </div>
                {/* On a phone the header has no room for it. */}
                {mayWrite ? (
                  <Switch
                    className="mt-4 phone:hidden"
                    checked={draft.active}
                    label={t('status.active')}
                    onChange={(active) => set({ active })}
                  />
                ) : null}
              </Card>
              {widget ? (
                <>
                  <Card title={t('form.appearance')}>
                    <div className="grid gap-4 phone:grid-cols-2">
                      <ColourField
                        value={draft.colour}
                        onChange={(colour) => set({ colour })}
                        error={errorAt('settings.colour')}
                        readOnly={!mayWrite}
                      />
                      {channel.kind === 'web' ? (
                        <div className="grid content-start gap-1">
                          <span className="text-xs font-medium text-ink-2">{t('form.position')}</span>
                          <Segmented
                            label={t('form.position')}
                            value={draft.position}
                            onChange={(position) => mayWrite && set({ position })}
                            size="lg"
                            segments={(['left', 'right'] as const).map((value) => ({
                              value,
                              label: t(`form.${value}`),
                            }))}
                          />
                          <p className="text-xs text-ink-3">{t('form.positionHint')}</p>
                        </div>
                      ) : null}
                      <div className="phone:col-span-2">
                        <LogoField
                          channelId={channel.id}
                          brand={brandName}
                          colour={{ ground: colours.brand, ink: colours.onBrand }}
                          value={draft.logo}
                          onChange={(logo) => set({ logo })}
                          error={errorAt('settings.logo')}
                          readOnly={!mayWrite}
                        />
                      </div>
                    </div>
                  </Card>
                  <Card title={t('form.sites')}>
                    <OriginFields
                      origins={draft.origins}
                      onChange={(origins) => set({ origins })}
                      errorAt={(index) => errorAt(`settings.allowedOrigins[${index}]`)}
                      readOnly={!mayWrite}
                    />
                  </Card>
                </>
              ) : null}
            </fieldset>
          </div>
        </div>
        {widget ? <Preview draft={draft} brandName={brandName} language={draft.language ?? accountLanguage} /> : null}
      </div>
      {guard.dialog}
    </div>
  );
}

interface PreviewProps {
  draft: GeneralDraft;
  brandName: string;
  language: 'en' | 'fr';
}

function Preview({ draft, brandName, language }: PreviewProps) {
  const t = useTranslations('channels.preview');
  const [open, setOpen] = useState<'open' | 'closed'>('open');
  const { colour, logo, position } = draft;
  const { firstMessage, details } = defaultResponse('during', language);
  return (
    <SidePanel
      title={t('title')}
      remember="channel"
      width={420}
      actions={
        <Segmented
          label={t('state')}
          value={open}
          onChange={setOpen}
          segments={[
            { value: 'open', label: t('open') },
            { value: 'closed', label: t('closed') },
          ]}
        />
      }
    >
      <div className="flex h-full min-h-140 flex-col gap-2 p-4">
        <WidgetPreview
          title={t('frame')}
          className="min-h-0 flex-1 overflow-hidden rounded-xl"
          show={{
            view: open === 'open' ? 'greeting' : 'closed',
            config: {
              channel: {
                key: '',
                name: brandName,
                colour: colour.trim() || null,
                logo: logo.trim() || null,
                position,
                language,
              },
              language,
              response: { mode: 'default', inHours: true, firstMessage: firstMessage.text, details, bot: null },
            },
          }}
        />
        <p className="text-xs text-ink-3">{t('hint')}</p>
      </div>
    </SidePanel>
  );
}

const options = (named: readonly Named[]) => named.map(({ key, name }) => ({ value: key, label: name }));
const nameOf = (named: readonly Named[], key: string) => named.find((each) => each.key === key)?.name ?? key;

/** Line by line, for comparing two versions. */
function inWords(
  t: ReturnType<typeof useTranslations<'channels'>>,
  value: GeneralDraft,
  { brands, groups, widget }: { brands: readonly Named[]; groups: readonly Named[]; widget: boolean },
): string {
  const { name, active, brand, defaultGroup, language, colour, logo, position, origins } = value;
  const lines = [
    [t('form.name'), name],
    [t('list.status'), t(active ? 'status.active' : 'status.inactive')],
    [t('form.brand'), nameOf(brands, brand)],
    [t('form.group'), defaultGroup ? nameOf(groups, defaultGroup) : t('form.noGroup')],
    [t('form.language'), language ? t(`language.${language}`) : '–'],
  ];
  const looks = [
    [t('form.colour'), colour || '–'],
    [t('form.position'), t(`form.${position}`)],
    [t('form.logo'), logo || '–'],
    ...origins.map((site, index) => [t('form.siteNumber', { number: index + 1 }), site]),
  ];
  return [...lines, ...(widget ? looks : [])]
    .map(([label, text]) => t('stale.line', { label: label ?? '', text: text ?? '' }))
    .join('\n');
}
