'use client';

import { createContext, type Dispatch, useContext } from 'react';
import type { Connector } from '@/lib/engine/definition';
import type { Schedule } from '@/lib/engine/hours/schedule';
import type { FactValue, Family, Subject } from '@/lib/engine/value';
import type { Verdict } from '@/lib/engine/verdict';
import type { Edit } from './edit-draft';
import type { HoursSeen } from './use-schedule-hours';

export interface Reference {
  readonly key: string;
  readonly name: string;
  /** Said beside the name, e.g. that a brand is inactive. */
  readonly note?: string;
}

/** What rules of the account can name. Absent kinds have nothing to choose. */
export type References = { readonly [kind in Subject]?: readonly Reference[] } & {
  readonly tags?: readonly string[];
  /** By id of a field that takes other values than those it declares: what the account has seen. */
  readonly seen?: Readonly<Record<string, readonly string[]>>;
  /** By what is connected: ids of the other side with their names. */
  readonly offered?: { readonly [connector in Connector]?: readonly Reference[] };
  /** What the schedules say, to try rules on. */
  readonly hours?: readonly (Schedule & { readonly key: string })[];
};

export interface SeenVerdict {
  readonly verdict: Verdict;
  readonly actual?: FactValue;
  readonly reason?: string;
  /** Of a condition on a schedule: how long that stays so, seen from the moment tried. */
  readonly hours?: { readonly seen: HoursSeen; readonly at: Date };
}

export interface RuleEditorContext {
  readonly family: Family;
  /** Id of the chosen event. */
  readonly event: string;
  readonly references: References;
  /** What is wrong, by path (`when.all[0].value`), in the reader's language. */
  readonly errors: Readonly<Record<string, string>>;
  /** What "Try it" sees, by path of the condition or group. */
  readonly verdicts: Readonly<Record<string, SeenVerdict>>;
  /** Nested groups hold at least two, and are offered once there are more conditions than this in all. */
  readonly nestsAfter?: number;
  /** How many conditions there are. */
  readonly conditions?: number;
  /** Of the account: times of day and weekdays are meant in it. */
  readonly timeZone?: string;
  /** What actions of the family need and is not connected. */
  readonly unconnected?: readonly Connector[];
  readonly dispatch: Dispatch<Edit>;
}

const Context = createContext<RuleEditorContext | null>(null);
export const RuleEditorProvider = Context.Provider;

/** Throws outside a rule editor. */
export function useRuleEditor(): RuleEditorContext {
  const context = useContext(Context);
  if (!context) throw new Error('Only inside a rule editor');
  return context;
}

/** The first message at a path or below it. */
export function errorAt(errors: Readonly<Record<string, string>>, path: string): string | undefined {
  const hit = Object.keys(errors).find(
    (key) => key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}[`),
  );
  return hit === undefined ? undefined : errors[hit];
}
