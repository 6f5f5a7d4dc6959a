'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { type SuspensionInput, useSuspension } from '@/lib/client/workspace-verbs';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { useCustomerName } from './customer-name';

interface SuspendDialogProps {
  conversation: WorkspaceConversation;
  onClose: () => void;
}

/** Suspends the customer, or asks before lifting the suspension in force. */
export function SuspendDialog(props: SuspendDialogProps) {
  return props.conversation.customer.suspension === null ? <Suspend {...props} /> : <Unsuspend {...props} />;
}

function Suspend({ conversation, onClose }: SuspendDialogProps) {
  const t = useTranslations('workspace.suspend');
  const ui = useTranslations('ui');
  const name = useCustomerName()(conversation.customer);
  const suspension = useSuspension(conversation.id, conversation.customer.id);
  const [scope, setScope] = useState<SuspensionInput['scope']>('messaging');
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name })}
      description={t('text')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="danger" type="submit" form="suspend" busy={suspension.isPending}>
            {t('verb')}
          </Button>
        </>
      }
    >
      <form
        id="suspend"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          suspension.mutate(
            { scope, reason: reason.trim() },
            {
              onSuccess: () => {
                toast(t('done', { name }));
                onClose();
              },
            },
          );
        }}
      >
        {suspension.error ? <Notice tone="stop">{problemText(suspension.error, t('failed'))}</Notice> : null}
        <RadioGroup
          legend={t('scope')}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'messaging', label: t('messaging'), hint: t('messagingHint') },
            { value: 'all', label: t('all'), hint: t('allHint') },
          ]}
        />
        <Field label={t('reason')} hint={t('reasonHint')}>
          <Textarea rows={2} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

function Unsuspend({ conversation, onClose }: SuspendDialogProps) {
  const t = useTranslations('workspace.suspend');
  const name = useCustomerName()(conversation.customer);
  const { suspension: inForce } = conversation.customer;
  const suspension = useSuspension(conversation.id, conversation.customer.id);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      tone="default"
      title={t('liftTitle', { name })}
      text={
        <>
          {t('liftText')} {inForce?.reason ? t('liftReason', { reason: inForce.reason, by: inForce.by }) : null}
          {suspension.error ? (
            <span role="alert" className="mt-2 block text-stop-ink">
              {problemText(suspension.error, t('failed'))}
            </span>
          ) : null}
        </>
      }
      verb={t('liftVerb')}
      busy={suspension.isPending}
      onConfirm={() =>
        suspension.mutate(null, {
          onSuccess: () => {
            toast(t('lifted', { name }));
            onClose();
          },
        })
      }
    />
  );
}
