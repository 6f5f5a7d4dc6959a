'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PauseIcon, ResumeIcon } from '@/components/ui/icons';
import { StatusDot } from '@/components/ui/status-dot';
import { useFormats } from '@/lib/i18n/use-formats';

export interface LiveStateProps {
  /** When what is shown was read; ISO 8601. */
  readAt: string;
  paused: boolean;
  /** Why it rests although nobody paused it. */
  resting: 'open' | 'older' | null;
  onPause: (paused: boolean) => void;
}

/** Whether new firings appear by themselves, and the button that stops and starts that. */
export function LiveState({ readAt, paused, resting, onPause }: LiveStateProps) {
  const t = useTranslations('log.live');
  const formats = useFormats();
  const text = paused ? t('paused') : resting ? t(resting) : t('on');
  return (
    <>
      <StatusDot tone={paused || resting ? 'inactive' : 'active'} className="text-ink-2">
        <span className="font-medium">{text}</span>
        {paused || resting ? null : (
          <span className="text-ink-3 tabular-nums max-[1240px]:hidden">{formats.timeSeconds(readAt)}</span>
        )}
      </StatusDot>
      {resting === 'older' ? null : (
        <Button
          variant="quiet"
          size="sm"
          icon={paused ? <ResumeIcon /> : <PauseIcon />}
          onClick={() => onPause(!paused)}
        >
          {paused ? t('resume') : t('pause')}
        </Button>
      )}
    </>
  );
}
