'use client';

import { useTranslations } from 'next-intl';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { toast } from '@/components/ui/toast';
import { useDeletion } from '@/lib/client/deletion';
import type { Integration } from '@/lib/contracts/integration';

export function DeleteIntegration({ integration, onClose }: { integration: Integration; onClose: () => void }) {
  const t = useTranslations('integrations');
  const { id, name } = integration;
  const deletion = useDeletion(`/api/v1/integrations/${id}`, {
    refresh: ['integrations'],
    failed: t('failed'),
    onDeleted: () => {
      toast(t('deleted', { name }));
      onClose();
    },
  });
  const words = {
    ...{ title: t('deleteTitle', { name }), text: t('deleteText'), usesText: t('usesText') },
    ...{ verb: t('deleteVerb'), forceVerb: t('forceVerb') },
  };
  return <DeleteWithUses words={words} deletion={deletion} onClose={onClose} />;
}
