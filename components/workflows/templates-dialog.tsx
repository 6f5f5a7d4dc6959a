'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { ButtonLink } from '@/components/ui/button-link';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast, toastUndo } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { refreshWorkflows } from '@/lib/client/workflows';
import type { BulkInput } from '@/lib/contracts/trigger';
import type { Connector } from '@/lib/engine/definition';
import { TemplateCard } from './template-card';
import { addTemplate, type Template, useTemplates } from './use-templates';

interface TemplatesDialogProps {
  references: References;
  /** What is not connected of what actions need. */
  unconnected: readonly Connector[];
  /** Names of workflows that are there. */
  names: readonly string[];
  /** Takes a workflow back that has just been added. */
  send: (input: BulkInput) => Promise<unknown>;
  onAdded: (id: string) => void;
  onClose: () => void;
}

/** Ready-made workflows by purpose: added as they are, or adapted in the editor first. */
export function TemplatesDialog({ references, unconnected, names, send, onAdded, onClose }: TemplatesDialogProps) {
  const t = useTranslations('workflows');
  const errors = useTranslations('errors');
  const router = useRouter();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const agents = useMemo(
    () => (references.agent ?? []).filter(({ note }) => note === undefined).map(({ key }) => key),
    [references],
  );
  const templates = useTemplates(unconnected, agents);
  const purposes = Map.groupBy(templates, ({ recipe }) => recipe.purpose);
  const add = async (template: Template) => {
    const { recipe, missing, waitsFor } = template;
    if (missing.length > 0) {
      toast(t('template.chooseFirst', { what: missingWords(missing, t) }));
      return router.push(`/workflows/new?recipe=${recipe.id}`);
    }
    setBusy(recipe.id);
    setFailure(null);
    try {
      const { id, name } = await addTemplate(template);
      refreshWorkflows(client);
      const undo = () => send({ verb: 'delete', ids: [id] });
      if (waitsFor.length === 0) {
        toastUndo(t('template.added', { name }), undo);
        onAdded(id);
      } else {
        const what = waitsFor.map((each) => t(`waits.${each}`)).join(' · ');
        toastUndo(t('template.addedInactive', { name, what }), () => undo().then(() => router.push('/workflows')));
        router.push(`/workflows/${id}`);
      }
      onClose();
    } catch (error) {
      setFailure(t('template.failed', { reason: problemText(error, errors('code.unavailable')) }));
      setBusy(null);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={t('template.title')}
      description={t('template.text')}
      footer={<ButtonLink href="/workflows/new">{t('template.blank')}</ButtonLink>}
    >
      <div className="grid gap-5">
        {failure ? <Notice tone="stop">{failure}</Notice> : null}
        {[...purposes].map(([purpose, list]) => (
          <section key={purpose} aria-labelledby={`purpose-${purpose}`}>
            <h3 id={`purpose-${purpose}`} className="mb-2 text-xs font-medium text-ink-3">
              {t(`template.purpose.${purpose}`)}
            </h3>
            <ul className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
              {list.map((template) => (
                <TemplateCard
                  key={template.recipe.id}
                  template={template}
                  references={references}
                  inUse={names.includes(template.workflow.name)}
                  missing={template.missing.length > 0 ? missingWords(template.missing, t) : null}
                  busy={busy === template.recipe.id}
                  onAdd={() => void add(template)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const KNOWN = ['agent', 'to', 'status'] as const;

function missingWords(missing: readonly string[], t: ReturnType<typeof useTranslations<'workflows'>>): string {
  const words = missing.map((name) => t(`template.missing.${KNOWN.find((each) => each === name) ?? 'other'}`));
  return [...new Set(words)].join(', ');
}
