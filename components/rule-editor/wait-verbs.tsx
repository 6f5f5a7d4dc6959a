'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { cancelRest, continueNow } from '@/lib/client/firings';
import { problemText } from '@/lib/client/problem-text';
import type { Firing } from '@/lib/contracts/firing';

/** On a firing that waits: let it go on at once, or cancel what is still to come. */
export function WaitVerbs({ firing }: { firing: Firing }) {
  const t = useTranslations('firings.wait');
  const errors = useTranslations('errors.code');
  const router = useRouter();
  const [busy, setBusy] = useState<'continue' | 'cancel' | null>(null);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const left = firing.steps.filter(({ state, action }) => state === 'pending' && action !== 'wait').length;
  const act = async (verb: 'continue' | 'cancel') => {
    setBusy(verb);
    setFailure(null);
    try {
      const { outcome } = await (verb === 'continue' ? continueNow : cancelRest)(firing.id);
      toast(t(verb === 'cancel' ? 'cancelled' : outcome === 'stopped' ? 'stopped' : 'continued'));
    } catch (error) {
      setFailure(problemText(error, errors('unavailable')));
    } finally {
      setBusy(null);
      setAsked(false);
      router.refresh();
    }
  };
  return (
    <>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" busy={busy === 'continue'} onClick={() => void act('continue')}>
          {t('continue')}
        </Button>
        <Button size="sm" onClick={() => setAsked(true)}>
          {t('cancel')}
        </Button>
      </div>
      {failure ? (
        <p role="alert" className="mt-1 text-xs text-stop-ink">
          {failure}
        </p>
      ) : null}
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('cancelTitle', { rule: firing.rule.name })}
        text={t('cancelText', { count: left })}
        verb={t('cancelVerb')}
        cancel={t('keep')}
        busy={busy === 'cancel'}
        onConfirm={() => void act('cancel')}
      />
    </>
  );
}
