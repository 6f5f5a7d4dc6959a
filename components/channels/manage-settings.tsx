'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { toast } from '@/components/ui/toast';
import { useSaveAccountSettings } from '@/lib/client/channels';
import { problemText } from '@/lib/client/fetcher';
import type { AccountSettings } from '@/lib/contracts/account';

const CONTROLS = ['release', 'keep'] as const;

interface ManageSettingsProps {
  initial: AccountSettings;
  mayManage: boolean;
  /** The settings as stored, for whoever opens this again before the page is read anew. */
  onSaved: (settings: AccountSettings) => void;
  onClose: () => void;
}

/** What holds for all messaging channels of the account: who has the conversation after it ended. */
export function ManageSettings({ initial, mayManage, onSaved, onClose }: ManageSettingsProps) {
  const t = useTranslations('channels.settings');
  const channels = useTranslations('channels');
  const ui = useTranslations('ui');
  const router = useRouter();
  const save = useSaveAccountSettings();
  const [control, setControl] = useState(initial.conversationControl);
  const submit = () =>
    save.mutate(
      { conversationControl: control },
      {
        onSuccess: ({ settings }) => {
          toast(t('saved'));
          onSaved(settings);
          router.refresh();
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
      size="form"
      footer={
        mayManage ? (
          <>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button
              variant="primary"
              busy={save.isPending}
              disabledReason={control === initial.conversationControl ? t('nothing') : null}
              onClick={submit}
            >
              {t('save')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{ui('close')}</Button>
        )
      }
    >
      <div className="grid gap-3">
        {mayManage ? null : <Notice>{t('readOnly')}</Notice>}
        {save.error ? <Notice tone="stop">{problemText(save.error, channels('failed'))}</Notice> : null}
        <RadioGroup
          legend={t('control')}
          value={control}
          onChange={setControl}
          options={CONTROLS.map((value) => ({
            value,
            label: <span className="font-medium">{t(`${value}.label`)}</span>,
            hint: t(`${value}.hint`),
            disabled: !mayManage,
          }))}
        />
      </div>
    </Dialog>
  );
}
