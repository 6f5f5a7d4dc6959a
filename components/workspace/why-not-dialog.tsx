'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { VerdictSentence } from '@/components/rule-editor/verdict-sentence';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TriggerIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useRuleNames, useWhyNot } from '@/lib/client/firings';
import { problemText } from '@/lib/client/problem-text';
import type { Explanation } from '@/lib/contracts/firing';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { useReferences } from './references';

/** So many events are explained here; the log has them all. */
const SHOWN = 5;

/** Why a rule did not fire in this conversation: its answer for each event that it runs on. */
export function WhyNotDialog({ conversation, onClose }: { conversation: WorkspaceConversation; onClose: () => void }) {
  const t = useTranslations('workspace.whyNot');
  const [rule, setRule] = useState<string | null>(null);
  const rules = useRuleNames();
  const answer = useWhyNot(conversation.id, rule);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
      size="form"
      footer={
        <Link
          href={`/log/events?conversation=${encodeURIComponent(conversation.key)}`}
          className="link mr-auto self-center"
        >
          {t('log')}
        </Link>
      }
    >
      <div className="grid min-h-48 content-start gap-3">
        <Field label={t('rule')}>
          <Combobox
            value={rule}
            placeholder={t('choose')}
            options={(rules.data?.items ?? []).map(({ id, name, active }) => ({
              value: id,
              label: name,
              icon: <TriggerIcon className="text-ink-3" />,
              group: active ? t('active') : t('inactive'),
            }))}
            onChange={setRule}
          />
        </Field>
        {answer.isError ? <Notice tone="stop">{problemText(answer.error, t('failed'))}</Notice> : null}
        {rules.isError ? (
          <Notice
            tone="stop"
            action={
              <Button size="xs" onClick={() => void rules.refetch()}>
                {t('again')}
              </Button>
            }
          >
            {t('failed')}
          </Notice>
        ) : null}
        {answer.isLoading ? <Skeleton /> : null}
        {answer.data?.items.length === 0 ? <Notice>{t('never')}</Notice> : null}
        <ul className="grid gap-3">
          {answer.data?.items.slice(0, SHOWN).map((item) => (
            <Answer key={item.event.id} explanation={item} />
          ))}
        </ul>
        {answer.data && answer.data.items.length > SHOWN ? (
          <p className="text-xs text-ink-3">{t('more', { count: answer.data.items.length - SHOWN })}</p>
        ) : null}
      </div>
    </Dialog>
  );
}

function Answer({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('workspace.whyNot');
  const events = useTranslations('log.event');
  const formats = useFormats();
  const { event, rule } = explanation;
  const known = event.type as 'message_sent';
  return (
    <li className="grid gap-1">
      <p className="flex items-baseline gap-2 text-xs text-ink-3">
        <span className="tabular-nums">{formats.exact(event.occurredAt)}</span>
        <span>{events.has(known) ? events(known) : event.type}</span>
        <Link href={`/log/events/${event.id}?rule=${rule.id}`} prefetch={false} className="link ml-auto">
          {t('values')}
        </Link>
      </p>
      <VerdictSentence explanation={explanation} references={useReferences()} />
    </li>
  );
}
