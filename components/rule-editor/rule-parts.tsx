'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useMemo } from 'react';
import { actionOf } from '@/lib/engine/registry';
import type { Action, Group } from '@/lib/engine/rule';
import type { Family } from '@/lib/engine/value';
import { ruleInParts, type Segment } from '@/lib/engine/words';
import { ActionIcon } from './action-icon';
import type { References } from './editor-context';
import { Segments, useWordsOptions } from './rule-words';

interface RulePartsProps {
  family: Family;
  rule: { on: string; when: Group; do: readonly Action[] };
  references: References;
  /** One part below the other, for narrow places. */
  stacked?: boolean;
  className?: string;
}

/** A rule in words, part by part: what starts it, what must hold, what it does in which order. */
export function RuleParts({ family, rule, references, stacked = false, className }: RulePartsProps) {
  const t = useTranslations('lists.parts');
  const options = useWordsOptions(references);
  const { starts, conditions, actions } = useMemo(() => ruleInParts(family, rule, options), [family, rule, options]);
  const events = useTranslations('rules.event');
  return (
    <div className={clsx('grid', stacked ? 'content-start' : 'grid-cols-2 max-phone:grid-cols-1', className)}>
      <div className={clsx('grid content-start gap-2.5 px-4', stacked ? 'pt-2.5' : 'py-3')}>
        {starts.length > 0 ? (
          <Part title={t('when')}>
            {starts.map((said, index) => (
              <Clause key={keyOf(index)} said={said} />
            ))}
          </Part>
        ) : (
          <p className="text-xs text-ink-3">{events(rule.on as 'ticket_state')}</p>
        )}
        {conditions.length > 0 ? (
          <Part title={conditions.length > 1 ? t('ifAll') : t('if')}>
            {conditions.map((said, index) => (
              <Clause key={keyOf(index)} said={said} />
            ))}
          </Part>
        ) : null}
      </div>
      <div
        className={clsx(
          'grid content-start px-4',
          stacked ? 'pt-2.5 pb-3' : 'border-l border-line py-3 max-phone:border-t max-phone:border-l-0',
        )}
      >
        <Part title={actions.length > 1 ? t('thenInOrder') : t('then')} ordered>
          {actions.map((said, index) => (
            <Clause
              key={keyOf(index)}
              said={said}
              icon={<ActionIcon name={actionOf(family, rule.do[index]?.action ?? '')?.icon ?? ''} />}
            />
          ))}
        </Part>
      </div>
    </div>
  );
}

interface PartProps {
  title: string;
  ordered?: boolean;
  children: ReactNode;
}

function Part({ title, ordered = false, children }: PartProps) {
  const id = useId();
  const List = ordered ? 'ol' : 'ul';
  return (
    <div>
      <p id={id} className="mb-1 text-xs text-ink-3">
        {title}
      </p>
      <List aria-labelledby={id} className="grid gap-1">
        {children}
      </List>
    </div>
  );
}

function Clause({ said, icon }: { said: readonly Segment[]; icon?: ReactNode }) {
  return (
    <li className="flex gap-2 text-ink-2 [&_b]:font-medium [&_b]:text-ink">
      <span aria-hidden="true" className="grid h-5 w-3.5 shrink-0 place-items-center text-ink-3">
        {icon ?? <span className="size-1 rounded-full bg-edge" />}
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Segments of={capital(said)} />
      </span>
    </li>
  );
}

/** Clauses have no other identity than their order. */
const keyOf = (index: number) => String(index);

function capital([first, ...rest]: readonly Segment[]): Segment[] {
  if (!first) return [];
  return [{ ...first, text: first.text.charAt(0).toLocaleUpperCase() + first.text.slice(1) }, ...rest];
}
