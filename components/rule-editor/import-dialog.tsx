'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { importRules, type RuleList, refreshRules } from '@/lib/client/rule-list';
import type { ImportResult } from '@/lib/contracts/trigger';
import { ImportReport } from './import-report';
import type { ListFamily } from './use-list-verbs';

const CONFLICTS = ['leave', 'replace', 'rename'] as const;
type OnConflict = (typeof CONFLICTS)[number];
const LARGEST = 5_000_000;

interface ImportDialogProps {
  family: ListFamily;
  list: RuleList;
  onClose: () => void;
}

/** Reads a file of rules of one family, shows what would happen to every entry, then imports what can be. */
export function ImportDialog({ family, list, onClose }: ImportDialogProps) {
  const t = useTranslations('lists.importing');
  const errors = useTranslations('errors');
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [onConflict, setOnConflict] = useState<OnConflict>('leave');
  const [report, setReport] = useState<ImportResult | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (choice: OnConflict, dryRun: boolean) => {
    setFailure(null);
    const entries = parsed(text);
    if (!entries.ok) return setFailure(t('notJson', { detail: entries.detail }));
    setBusy(true);
    const mode = dryRun ? { dryRun: true } : { partial: true };
    try {
      const answer = await importRules(list, entries.value, {
        ...(choice === 'leave' ? {} : { onConflict: choice }),
        ...mode,
      });
      if (dryRun) return setReport(answer);
      toast(t('done', { family, count: answer.imported }));
      refreshRules(client, list);
      onClose();
    } catch (error) {
      setFailure(t('failed', { reason: problemText(error, errors('code.unavailable')) }));
    } finally {
      setBusy(false);
    }
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST) return setFailure(t('tooLarge'));
    setFailure(null);
    setText(await file.text());
  };
  const ready = report?.entries.filter(({ outcome }) => outcome !== 'invalid' && outcome !== 'conflict').length ?? 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={t('title', { family })}
      description={report ? undefined : t('text', { family })}
      footer={
        report ? (
          <>
            <Button onClick={() => setReport(null)}>{t('back')}</Button>
            <Button
              variant="primary"
              busy={busy}
              disabledReason={ready === 0 ? t('import', { family, count: 0 }) : null}
              onClick={() => void send(onConflict, false)}
            >
              {t('import', { family, count: ready })}
            </Button>
          </>
        ) : (
          <Button variant="primary" busy={busy} onClick={() => void send(onConflict, true)}>
            {t('check')}
          </Button>
        )
      }
    >
      <div className="grid gap-3">
        {failure ? <Notice tone="stop">{failure}</Notice> : null}
        {report ? (
          <>
            <Field label={t('conflict')}>
              <Select
                value={onConflict}
                options={CONFLICTS.map((each) => ({ value: each, label: t(each, { family }) }))}
                onChange={(next) => {
                  const choice = CONFLICTS.find((each) => each === next) ?? 'leave';
                  setOnConflict(choice);
                  void send(choice, true);
                }}
              />
            </Field>
            <ImportReport report={report} />
          </>
        ) : (
          <>
            <Field label={t('file')}>
              <input
                type="file"
                accept="application/json,.json"
                aria-label={t('file')}
                className="block w-full rounded-sm border border-line-2 p-2"
                onChange={(event) => void take(event.target.files?.[0])}
              />
            </Field>
            <Field label={t('drop')}>
              <Textarea
                mono
                rows={8}
                value={text}
                onChange={(event) => setText(event.target.value)}
                spellCheck={false}
              />
            </Field>
          </>
        )}
      </div>
    </Dialog>
  );
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : '' };
  }
}
