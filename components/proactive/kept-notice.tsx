'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { releaseControl } from '@/lib/client/proactive';

interface KeptNoticeProps {
  /** What it means here, in a sentence. */
  text: string;
  /** Whether the reader may change the setting. */
  maySet: boolean;
  onSet: () => void;
  className?: string;
}

/** Says that nobody sees proactive messages while humans keep the control, and offers to give it back. */
export function KeptNotice({ text, maySet, onSet, className }: KeptNoticeProps) {
  const t = useTranslations('proactive.editor');
  const release = async () => {
    try {
      await releaseControl();
      toast(t('controlSet'));
      onSet();
    } catch {
      toast(t('controlFailed'));
    }
  };
  const button = (
    <Button size="sm" onClick={() => void release()}>
      {t('setRelease')}
    </Button>
  );
  return (
    <Notice tone="wait" className={className} action={maySet ? button : undefined}>
      {text}
    </Notice>
  );
}
