'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, CloseIcon, GroupIcon } from '@/components/ui/icons';
import { Select } from '@/components/ui/select';
import { Verdict } from '@/components/ui/verdict';
import { FORMS } from '@/lib/engine/family-form';
import { LIMITS } from '@/lib/engine/limits';
import { COMBINATORS, type Combinator } from '@/lib/engine/rule';
import { ConditionRow } from './condition-row';
import { type GroupDraft, isGroupDraft, newCondition, newKey } from './draft';
import { useRuleEditor } from './editor-context';
import { SortableList, SortableRow } from './sortable';

interface GroupProps {
  group: GroupDraft;
  path: string;
  depth: number;
}

/** "any of these hold": which of ALL, ANY, NONE. Its accessible name is the glossary's whole sentence. */
export function CombinatorPicker({ group }: { group: GroupDraft }) {
  const t = useTranslations('rules');
  const { dispatch } = useRuleEditor();
  return (
    <>
      <Select
        auto
        label={t(SENTENCES[group.combinator])}
        value={group.combinator}
        options={COMBINATORS.map((each) => ({ value: each, label: t(`editor.${each}`) }))}
        onChange={(next) => {
          const combinator = COMBINATORS.find((each) => each === next);
          if (combinator) dispatch({ kind: 'combinator', key: group.key, combinator });
        }}
      />
      <span className="text-ink-2">{t('editor.hold')}</span>
    </>
  );
}

/** Items of a group with what can be added below them. */
export function GroupItems({ group, path, depth }: GroupProps) {
  const { dispatch } = useRuleEditor();
  const at = `${path}.${group.combinator}`;
  return (
    <>
      <SortableList
        ids={group.items.map(({ key }) => key)}
        onPlace={(key, before) => dispatch({ kind: 'place_item', key, before })}
      >
        <div className="divide-y divide-line">
          {group.items.map((item, index) =>
            isGroupDraft(item) ? (
              <NestedGroup key={item.key} group={item} path={`${at}[${index}]`} depth={depth + 1} number={index + 1} />
            ) : (
              <ConditionRow
                key={item.key}
                draft={item}
                path={`${at}[${index}]`}
                number={index + 1}
                removable={depth > 1 || group.items.length > 1}
              />
            ),
          )}
        </div>
      </SortableList>
      <GroupFoot group={group} depth={depth} />
    </>
  );
}

function NestedGroup({ group, path, depth, number }: GroupProps & { number: number }) {
  const t = useTranslations('rules');
  const { dispatch, verdicts, errors } = useRuleEditor();
  const seen = verdicts[path];
  return (
    <SortableRow
      id={group.key}
      label={t('editor.moveCondition', { number })}
      onMove={(by) => dispatch({ kind: 'move_item', key: group.key, by })}
      className="bg-surface-2"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: nested fieldsets read worse than named groups */}
      <div
        role="group"
        aria-label={t(SENTENCES[group.combinator])}
        className="min-w-0 flex-1 border-l-2 border-edge pl-2"
      >
        <div className="flex min-h-8 flex-wrap items-center gap-2">
          <CombinatorPicker group={group} />
          <span className="ml-auto flex items-center gap-1">
            <span className="w-[92px]">{seen ? <Verdict state={seen.verdict} /> : null}</span>
            <IconButton
              label={t('editor.removeGroup')}
              size="sm"
              icon={<CloseIcon />}
              onClick={() => dispatch({ kind: 'remove_item', key: group.key })}
            />
          </span>
        </div>
        {errors[path] || errors[`${path}.${group.combinator}`] ? (
          <FieldError>{errors[path] ?? errors[`${path}.${group.combinator}`]}</FieldError>
        ) : null}
        <div className="-mr-2">
          <GroupItems group={group} path={path} depth={depth} />
        </div>
      </div>
    </SortableRow>
  );
}

function GroupFoot({ group, depth }: { group: GroupDraft; depth: number }) {
  const t = useTranslations('rules');
  const { dispatch, family, nestsAfter = 0, conditions = 0 } = useRuleEditor();
  const add = () => dispatch({ kind: 'add_item', to: group.key, item: newCondition() });
  const asksForTwo = nestsAfter > 0;
  const addGroup = () => {
    const item: GroupDraft = {
      key: newKey(),
      combinator: group.combinator === 'any' ? 'all' : 'any',
      items: asksForTwo ? [newCondition(), { ...newCondition(), fresh: undefined }] : [newCondition()],
    };
    dispatch({ kind: 'add_item', to: group.key, item });
  };
  return (
    <div className="flex flex-wrap gap-1 border-t border-line px-2 py-1.5">
      <Button variant="quiet" size="sm" icon={<AddIcon />} onClick={add}>
        {t('editor.addCondition')}
      </Button>
      {FORMS[family].nests && depth < LIMITS.groupDepth && (nestsAfter === 0 || conditions > nestsAfter) ? (
        <Button variant="quiet" size="sm" icon={<GroupIcon />} onClick={addGroup}>
          {t(nestsAfter > 0 ? 'editor.addNested' : 'editor.addGroup')}
        </Button>
      ) : null}
    </div>
  );
}

const SENTENCES = {
  all: 'editor.matchAll',
  any: 'editor.matchAny',
  none: 'editor.matchNone',
} as const satisfies Record<Combinator, string>;
