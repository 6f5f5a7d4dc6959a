'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useChangeChannelKeys } from '@/lib/client/channels';
import { Problem, problemText } from '@/lib/client/fetcher';
import type { ChannelKey, NewChannelKey } from '@/lib/contracts/channel-key';

interface KeyDialogProps {
  channelId: string;
  /** Absent: creates one. */
  signingKey?: ChannelKey;
  onClose: () => void;
  onCreated?: (key: NewChannelKey) => void;
}

/** Names a new signing key, or one that is there. */
export function KeyDialog({ channelId, signingKey, onClose, onCreated }: KeyDialogProps) {
  const t = useTranslations('channels.authentication');
  const channels = useTranslations('channels');
  const ui = useTranslations('ui');
  const { create, change } = useChangeChannelKeys(channelId);
  const [name, setName] = useState(signingKey?.name ?? '');
  const error = create.error ?? change.error;
  const problem = error instanceof Problem ? error : null;
  const nameProblem = problem?.issues.find(({ path }) => path === 'name')?.message;
  const submit = () => {
    if (!signingKey) return create.mutate({ name }, { onSuccess: onCreated });
    change.mutate(
      { key: signingKey.id, name },
      {
        onSuccess: (key) => {
          toast(t('renamed', { name: key.name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={signingKey ? t('renameTitle', { name: signingKey.name }) : t('new')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="signing-key" busy={create.isPending || change.isPending}>
            {signingKey ? t('rename') : t('create')}
          </Button>
        </>
      }
    >
      <form
        id="signing-key"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {error && !nameProblem ? <Notice tone="stop">{problemText(error, channels('failed'))}</Notice> : null}
        <Field label={t('name')} hint={t('nameHint')} error={nameProblem} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
