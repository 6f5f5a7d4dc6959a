'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useDeleteCannedReply } from '@/lib/client/canned-replies';
import { problemText } from '@/lib/client/problem-text';
import type { CannedReply } from '@/lib/contracts/canned-reply';

/** Asks before a canned reply goes. */
export function DeleteReply({ reply, onClose }: { reply: CannedReply; onClose: () => void }) {
  const t = useTranslations('workspace.replies');
  const deletion = useDeleteCannedReply();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteTitle', { name: reply.title })}
      text={
        <>
          {t('deleteText', { shortcut: reply.shortcut })}
          {deletion.error ? (
            <span role="alert" className="mt-2 block text-stop-ink">
              {problemText(deletion.error, t('failed'))}
            </span>
          ) : null}
        </>
      }
      verb={t('deleteVerb')}
      busy={deletion.isPending}
      onConfirm={() =>
        deletion.mutate(reply.id, {
          onSuccess: () => {
            toast(t('deleted', { name: reply.title }));
            onClose();
          },
        })
      }
    />
  );
}
