'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { PanelSection } from '@/components/ui/side-panel';
import { toast } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { applyWorkflow, reachOfWorkflow } from '@/lib/client/workflow-editing';

interface ApplySectionProps {
  id: string;
  name: string;
  active: boolean;
  /** What is shown differs from what is stored and would be applied. */
  dirty: boolean;
}

/** Tickets that were there before: counted first, then, if somebody wants it, acted on. */
export function ApplySection({ id, name, active, dirty }: ApplySectionProps) {
  const t = useTranslations('workflows.apply');
  const errors = useTranslations('errors.code');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const reach = useMutation({ mutationFn: () => reachOfWorkflow(id) });
  const apply = useMutation({
    mutationFn: () => applyWorkflow(id),
    onSuccess: ({ fired, more }) => {
      toast(t(more ? 'doneMore' : 'done', { fired }));
      reach.reset();
      router.refresh();
    },
    onSettled: () => setAsking(false),
  });
  const error = apply.error ?? reach.error;
  const { data } = reach;
  const blocked = dirty ? t('saveFirst') : null;
  return (
    <PanelSection title={t('title')}>
      <p className="mb-2 text-ink-2">{t('text')}</p>
      <div aria-live="polite" className="grid gap-2">
        {data && !dirty ? (
          <p>{t(data.more ? 'reachMore' : 'reach', { matching: data.matching, examined: data.examined })}</p>
        ) : null}
        {error ? <Notice tone="stop">{problemText(error, errors('unavailable'))}</Notice> : null}
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" busy={reach.isPending} disabledReason={blocked} onClick={() => reach.mutate()}>
          {t(data ? 'again' : 'count')}
        </Button>
        {data && data.matching > 0 && !dirty ? (
          <Button size="sm" disabledReason={active ? null : t('inactive')} onClick={() => setAsking(true)}>
            {t('apply', { count: data.matching })}
          </Button>
        ) : null}
      </div>
      {asking && data ? (
        <ConfirmDialog
          open
          tone="default"
          onOpenChange={(open) => !open && setAsking(false)}
          title={t('question', { name, count: data.matching })}
          text={t('consequence')}
          verb={t('verb', { count: data.matching })}
          busy={apply.isPending}
          onConfirm={() => apply.mutate()}
        />
      ) : null}
    </PanelSection>
  );
}
