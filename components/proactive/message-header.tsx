'use client';

import { useTranslations } from 'next-intl';
import { useModKey } from '@/components/shell/use-mod-key';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { shortcutLabel } from '@/components/ui/use-shortcut';
import type { ProactiveStatus } from '@/lib/contracts/proactive';
import { MessageTabs } from './message-tabs';
import type { Act } from './use-message-save';

interface MessageHeaderProps {
  id: string;
  title: string;
  status: ProactiveStatus;
  broken: boolean;
  version: number;
  /** Whether it is stored. */
  note: string | null;
  mayWrite: boolean;
  busy: Act | null;
  dirty: boolean;
  onAct: (act: Act) => void;
}

/** Title with state; saving, publishing and pausing at the right; the parts of the message below. */
export function MessageHeader(props: MessageHeaderProps) {
  const { id, title, status, broken, version, note, mayWrite, busy, dirty, onAct } = props;
  const t = useTranslations('proactive');
  const mac = useModKey() === '⌘';
  return (
    <>
      <PageHeader
        crumb={{ label: t('title'), href: '/proactive' }}
        title={title}
        state={<StatusBadge status={status} broken={broken} />}
        actions={
          mayWrite ? (
            <>
              <span role="status" className="text-ink-3 max-[900px]:sr-only">
                {note}
              </span>
              {status === 'live' ? (
                <Button className="max-phone:hidden" busy={busy === 'pause'} onClick={() => onAct('pause')}>
                  {t('verb.pause')}
                </Button>
              ) : null}
              <Button
                variant={status === 'live' ? 'primary' : 'default'}
                busy={busy === 'save'}
                disabledReason={dirty ? null : t('editor.nothingToSave')}
                shortcut={shortcutLabel('mod+s', mac)}
                onClick={() => onAct('save')}
              >
                {t(status === 'draft' ? 'editor.saveDraft' : 'editor.save')}
              </Button>
              {status === 'live' ? null : (
                <Button
                  variant="primary"
                  className="max-phone:hidden"
                  busy={busy === 'publish'}
                  onClick={() => onAct('publish')}
                >
                  {t(status === 'draft' ? 'editor.publish' : 'editor.resume')}
                </Button>
              )}
            </>
          ) : null
        }
      />
      <div className="border-b border-line px-5 max-phone:px-4">
        <MessageTabs id={id} version={version} />
      </div>
    </>
  );
}

export function StatusBadge({ status, broken }: { status: ProactiveStatus; broken: boolean }) {
  const t = useTranslations('proactive');
  const tone = broken ? 'stop' : ({ live: 'go', draft: 'neutral', paused: 'wait' } as const)[status];
  return <Badge tone={tone}>{t(`status.${status}`)}</Badge>;
}
