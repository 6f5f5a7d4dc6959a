'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Problem, problemText } from '@/lib/client/fetcher';
import { type IntegrationDraft, useSaveIntegration, useTestDraft } from '@/lib/client/integrations';
import { connectorDefinition } from '@/lib/contracts/connectors/registry';
import type { Integration } from '@/lib/contracts/integration';
import { ConnectorFields } from './connector-fields';
import { useDraftWords } from './draft-words';
import { HealthNotes } from './health-notes';
import { StaleIntegration } from './stale-integration';
import { TestResult } from './test-result';

interface IntegrationDialogProps {
  kind: string;
  /** Absent: connects one. */
  integration?: Integration | undefined;
  onClose: () => void;
  onDone: (integration: Integration) => void;
}

/** Connects something, or changes what is connected; tried before it is saved. */
export function IntegrationDialog({ kind, integration, onClose, onDone }: IntegrationDialogProps) {
  const t = useTranslations('integrations');
  const ui = useTranslations('ui');
  const title = t(`kind.${kind}.name` as 'kind.ai.name');
  const definition = connectorDefinition(kind);
  const save = useSaveIntegration(integration, onDone);
  const test = useTestDraft(integration);
  const inWords = useDraftWords(definition);
  const [draft, setDraft] = useState<IntegrationDraft>(() => draftOf(kind, title, integration));
  const [mine, setMine] = useState<IntegrationDraft | null>(null);
  const [to, setTo] = useState('');
  if (!definition) return null;
  const change = (part: Partial<IntegrationDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    save.reset();
    test.reset();
  };
  const takeTheirs = () => {
    if (!save.theirs) return;
    setMine(draft);
    setDraft(draftOf(kind, title, save.theirs.stored));
    save.takeTheirs();
  };
  const refusal = save.error ?? test.error;
  const problem = refusal instanceof Problem ? refusal : null;
  const errorAt = (path: string) => problem?.issues.find((issue) => issue.path === path)?.message;
  const shown = new Set([
    'name',
    'to',
    ...definition.fields.flatMap(({ name }) => [`settings.${name}`, `secrets.${name}`]),
  ]);
  const elsewhere = problem?.issues.find(({ path }) => !shown.has(path))?.message;
  const told = problem ? problem.issues.some(({ path }) => shown.has(path)) : false;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={integration ? t('editTitle', { name: integration.name }) : t('newTitle', { kind: title })}
      description={t(`kind.${kind}.about` as 'kind.ai.about')}
      size="form"
      footer={
        <>
          {definition.testable ? (
            <Button
              className="mr-auto"
              busy={test.isPending}
              onClick={() => {
                save.reset();
                test.mutate({ ...draft, ...(definition.testTo && to.trim() !== '' && { to: to.trim() }) });
              }}
            >
              {t('test')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="integration" busy={save.isPending}>
            {integration ? t('save') : t('connect')}
          </Button>
        </>
      }
    >
      <form
        id="integration"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          test.reset();
          save.save(draft);
        }}
      >
        {save.theirs ? (
          <StaleIntegration
            author={save.theirs.author}
            theirs={inWords(draftOf(kind, title, save.theirs.stored))}
            mine={inWords(draft)}
            busy={save.isPending}
            onKeepMine={() => save.keepMine(draft)}
            onTakeTheirs={takeTheirs}
          />
        ) : null}
        {mine ? (
          <Notice
            action={
              <Button
                size="sm"
                onClick={() => {
                  change(mine);
                  setMine(null);
                }}
              >
                {t('stale.back')}
              </Button>
            }
          >
            {t('stale.took')}
          </Notice>
        ) : null}
        {refusal && (!told || elsewhere) ? (
          <Notice tone="stop">{elsewhere ?? problemText(refusal, t('failed'))}</Notice>
        ) : null}
        {integration ? <HealthNotes integration={integration} /> : null}
        <Field label={t('name')} error={errorAt('name')} required>
          <Input autoFocus value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
        <ConnectorFields
          definition={definition}
          draft={draft}
          kept={save.existing?.secrets ?? []}
          errorAt={errorAt}
          onChange={change}
        />
        {definition.testTo ? (
          <Field label={t('testTo')} hint={t('testToHint')} error={errorAt('to')}>
            <Input type="email" value={to} onChange={(event) => setTo(event.target.value)} />
          </Field>
        ) : null}
        <Checkbox
          label={t('active')}
          hint={t('activeHint')}
          checked={draft.active}
          onChange={(active) => change({ active })}
        />
        {test.data ? <TestResult kind={kind} result={test.data} /> : null}
      </form>
    </Dialog>
  );
}

function draftOf(kind: string, name: string, integration: Integration | undefined): IntegrationDraft {
  const definition = connectorDefinition(kind);
  // What has a default shows it; required values are asked for.
  const defaults = Object.entries(definition?.settings.shape ?? {}).flatMap(([field, schema]) => {
    const read = schema.safeParse(undefined);
    return read.success && read.data !== undefined ? [[field, read.data] as const] : [];
  });
  const settings = { ...Object.fromEntries(defaults), ...integration?.settings };
  return { kind, name: integration?.name ?? name, active: integration?.active ?? true, settings, secrets: {} };
}
