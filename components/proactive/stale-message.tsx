'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { LineDiff } from '@/components/ui/line-diff';
import { Notice } from '@/components/ui/notice';
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import { bodyOf, formOf, type MessageBody, textOf } from './message-form';

interface StaleMessageProps {
  theirs: ProactiveMessage;
  mine: MessageBody;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody saved meanwhile: both versions line by line, and the choice between them. */
export function StaleMessage({ theirs, mine, onKeepMine, onTakeTheirs }: StaleMessageProps) {
  const t = useTranslations('proactive.stale');
  return (
    <section role="alert" className="overflow-hidden rounded-md border border-wait-line">
      <Notice tone="wait">{t('text', { version: theirs.version })}</Notice>
      <LineDiff before={textOf(bodyOf(formOf(theirs)))} after={textOf(mine)} />
      <div className="flex flex-wrap justify-end gap-2 border-t border-line px-3 py-2.5">
        <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
        <Button variant="primary" onClick={onKeepMine}>
          {t('keepMine')}
        </Button>
      </div>
    </section>
  );
}
