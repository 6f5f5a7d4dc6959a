'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, CloseIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Menu } from '@/components/ui/menu';
import type { Connector, Parameter } from '@/lib/engine/definition';
import { actionOf, actionsFor } from '@/lib/engine/registry';
import type { Action } from '@/lib/engine/rule';
import type { Json } from '@/lib/engine/value';
import { ActionIcon } from './action-icon';
import { type ActionDraft, newAction } from './draft';
import { errorAt, useRuleEditor } from './editor-context';
import { ParameterControl } from './parameter-control';
import { SortableList, SortableRow } from './sortable';
import { WithError } from './with-error';

/** The actions in their order, each with its parameters; the last one may insist on staying last. */
export function ActionList({ actions }: { actions: readonly ActionDraft[] }) {
  const t = useTranslations('rules');
  const { dispatch, family, errors } = useRuleEditor();
  const items = actionsFor(family).map(({ id, words, icon, last }) => ({
    id,
    label: t(`action.${words ?? id}` as 'action.wait'),
    icon: <ActionIcon name={icon} />,
    danger: last,
    onSelect: () => dispatch({ kind: 'add_action', action: newAction(family, id) }),
  }));
  return (
    <div className="rounded-md border border-line">
      {actions.length === 0 ? <p className="px-3 py-2.5 text-ink-3">{t('editor.emptyActions')}</p> : null}
      <SortableList
        ids={actions.map(({ key }) => key)}
        onPlace={(key, before) => dispatch({ kind: 'place_action', key, before })}
      >
        <div className="divide-y divide-line">
          {actions.map((draft, index) => (
            <ActionRow key={draft.key} draft={draft} number={index + 1} />
          ))}
        </div>
      </SortableList>
      <div className="border-t border-line px-2 py-1.5 first:border-t-0">
        <Menu
          align="start"
          items={items}
          trigger={
            <Button variant="quiet" size="sm" icon={<AddIcon />}>
              {t('editor.addAction')}
            </Button>
          }
        />
        {errors.do ? <FieldError>{errors.do}</FieldError> : null}
      </div>
    </div>
  );
}

function ActionRow({ draft, number }: { draft: ActionDraft; number: number }) {
  const t = useTranslations('rules');
  const { dispatch, family, errors, unconnected } = useRuleEditor();
  const { action } = draft;
  const definition = actionOf(family, action.action);
  const waitsFor = unconnected?.find((each) => each === definition?.connector);
  const path = `do[${number - 1}]`;
  const named = definition?.parameters.map((parameter) => `${path}.${parameter.name}`) ?? [];
  const elsewhere = Object.fromEntries(
    Object.entries(errors).filter(([at]) => !named.some((each) => at.startsWith(each))),
  );
  const error = errorAt(elsewhere, path);
  const set = (name: string, value: Json | undefined) => {
    const next: Action = { ...action, [name]: value };
    // An optional parameter that was emptied is left out, so that the JSON does not carry it.
    if (value === undefined) Reflect.deleteProperty(next, name);
    dispatch({ kind: 'replace_action', action: { ...draft, action: next } });
  };
  return (
    <SortableRow
      id={draft.key}
      label={t('editor.moveAction', { number })}
      onMove={(by) => dispatch({ kind: 'move_action', key: draft.key, by })}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser */}
      <div
        role="group"
        aria-label={`${number}. ${t(`action.${definition?.words ?? action.action}` as 'action.wait')}`}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
      >
        <span className="grid size-6 place-items-center rounded-xs bg-surface-3 text-ink-2">
          <ActionIcon name={definition?.icon ?? ''} />
        </span>
        <span className="flex min-h-8 items-center font-medium">
          {t(`action.${definition?.words ?? action.action}` as 'action.wait')}
        </span>
        {definition?.last ? <span className="text-xs text-ink-3">{t('editor.lastOnly')}</span> : null}
        {definition?.parameters.map((parameter) => {
          return (
            <div key={parameter.name} className={placeOf(parameter)}>
              {t.has(`editor.lead.${parameter.name}` as 'editor.lead.sender') ? (
                <span className="text-ink-3">{t(`editor.lead.${parameter.name}` as 'editor.lead.sender')}</span>
              ) : null}
              <WithError error={errorAt(errors, `${path}.${parameter.name}`)}>
                <ParameterControl
                  parameter={parameter}
                  value={action[parameter.name]}
                  onChange={(value) => set(parameter.name, value)}
                />
              </WithError>
            </div>
          );
        })}
        {error ? (
          <div className="order-2 basis-full pl-8">
            <FieldError>{error}</FieldError>
          </div>
        ) : null}
        {waitsFor ? <WaitsFor connector={waitsFor} /> : null}
      </div>
      <IconButton
        label={t('editor.removeAction', { number })}
        size="sm"
        icon={<CloseIcon />}
        onClick={() => dispatch({ kind: 'remove_action', key: draft.key })}
      />
    </SortableRow>
  );
}

/** What is not connected yet, and where that is done. */
function WaitsFor({ connector }: { connector: Connector }) {
  const t = useTranslations('rules');
  return (
    <p className="order-2 flex basis-full flex-wrap items-baseline gap-x-2 pl-8 text-xs text-wait-ink max-phone:pl-0">
      {t('editor.waitsFor', { connector: t(`connector.${connector}`) })}
      <Link href="/settings/integrations" className="font-medium underline underline-offset-2">
        {t('editor.connect')}
      </Link>
    </p>
  );
}

/** Short parameters stand in the action's sentence, texts below it; what is not asked for yet is a button there. */
function placeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'text':
      return parameter.multiline || parameter.liquid
        ? 'order-1 min-w-0 basis-full pl-8 max-phone:pl-0'
        : 'flex min-w-0 max-w-72 flex-auto items-center gap-2';
    case 'texts':
    case 'lines':
      return 'order-1 min-w-0 pl-8 has-[textarea]:basis-full max-phone:pl-0 [&+&]:pl-0';
    case 'choices':
      return 'flex min-w-0 flex-1 basis-96 items-center gap-2';
    default:
      return 'flex min-w-0 flex-auto items-center gap-2';
  }
}
