'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { RuleParts } from '@/components/rule-editor/rule-parts';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import type { Template } from './use-templates';

interface TemplateCardProps {
  template: Template;
  references: References;
  /** A workflow has its name. */
  inUse: boolean;
  /** What must be chosen before it can be added, in words. */
  missing: string | null;
  busy: boolean;
  onAdd: () => void;
}

export function TemplateCard({ template, references, inUse, missing, busy, onAdd }: TemplateCardProps) {
  const t = useTranslations('workflows.template');
  const { recipe, workflow, on, waitsFor } = template;
  const { name } = workflow;
  return (
    <li className="flex flex-col rounded-md border border-line-2">
      <div className="px-4 pt-3">
        <h4 className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          {inUse ? <Badge tone="go">{t('inUse')}</Badge> : null}
          {waitsFor.map((connector) => (
            <Badge key={connector} tone="wait">
              {t(`needs.${connector}`)}
            </Badge>
          ))}
        </h4>
        <p className="mt-0.5 text-xs text-ink-2">{workflow.description}</p>
      </div>
      <RuleParts stacked family="workflow" rule={{ ...workflow, on }} references={references} className="flex-1" />
      <div className="flex items-center gap-2 px-4 pb-3">
        {missing ? <span className="min-w-0 text-xs text-ink-2">{t('choose', { what: missing })}</span> : null}
        <ButtonLink
          size="sm"
          variant="quiet"
          className="ml-auto"
          href={`/workflows/new?recipe=${recipe.id}`}
          prefetch={false}
          aria-label={t('adaptNamed', { name })}
        >
          {t('adapt')}
        </ButtonLink>
        <Button size="sm" busy={busy} onClick={onAdd} aria-label={t('addNamed', { name })}>
          {t('add')}
        </Button>
      </div>
    </li>
  );
}
