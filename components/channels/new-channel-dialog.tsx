'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { toast } from '@/components/ui/toast';
import { useCreateChannel } from '@/lib/client/channels';
import { Problem, problemText } from '@/lib/client/fetcher';
import type { Named } from './channel-list';
import { channelPath } from './channel-path';
import { hasWidget } from './has-widget';

/** The others come with the integration that feeds them. */
const KINDS = ['web', 'mobile', 'api'] as const;
const NONE = '-';

interface NewChannelDialogProps {
  brands: readonly Named[];
  groups: readonly Named[];
  onClose: () => void;
}

/** Asks for what a channel cannot be without; the rest has defaults and is changed on its page. */
export function NewChannelDialog({ brands, groups, onClose }: NewChannelDialogProps) {
  const t = useTranslations('channels');
  const ui = useTranslations('ui');
  const router = useRouter();
  const create = useCreateChannel();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('web');
  const [name, setName] = useState('');
  const [brand, setBrand] = useState(brands[0]?.key ?? '');
  const [group, setGroup] = useState(groups.length === 1 ? (groups[0]?.key ?? NONE) : NONE);
  const problem = create.error instanceof Problem ? create.error : null;
  const at = (field: string) => problem?.issues.find(({ path }) => path === field)?.message;
  const told = at('name') ?? at('brand') ?? at('defaultGroup');
  const submit = () =>
    create.mutate(
      { name, kind, ...(brand !== '' && { brand }), defaultGroup: group === NONE ? null : group },
      {
        onSuccess: (channel) => {
          toast(t('new.done', { name: channel.name }));
          router.push(channelPath(channel, hasWidget(channel) ? 'installation' : 'connect'));
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('new.title')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="new-channel" busy={create.isPending || create.isSuccess}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <form
        id="new-channel"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {create.error && !told ? <Notice tone="stop">{problemText(create.error, t('failed'))}</Notice> : null}
        <Field label={t('form.name')} hint={t('new.nameHint')} error={at('name')} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <RadioGroup
          legend={t('list.kind')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({
            value,
            label: <span className="font-medium">{t(`kind.${value}`)}</span>,
            hint: t(`new.about.${value}`),
          }))}
        />
        <p className="text-xs text-ink-3">{t('new.others')}</p>
        <div className="grid gap-4 phone:grid-cols-2">
          <Field label={t('form.brand')} error={at('brand')}>
            <Combobox
              value={brand}
              options={brands.map(({ key, name: label }) => ({ value: key, label }))}
              onChange={setBrand}
            />
          </Field>
          <Field label={t('form.group')} hint={t('form.groupHint')} error={at('defaultGroup')}>
            <Combobox
              value={group}
              options={[
                { value: NONE, label: t('form.noGroup') },
                ...groups.map(({ key, name: label }) => ({ value: key, label })),
              ]}
              onChange={setGroup}
            />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
