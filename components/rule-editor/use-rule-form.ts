'use client';

import { useCallback, useMemo, useReducer } from 'react';
import { type Edit, edited } from '@/components/rule-editor/edit-draft';
import type { TriggerBody } from '@/lib/client/triggers';
import {
  bodyOf,
  formOf,
  issuesOf,
  type ReadText,
  readText,
  type Settings,
  type TriggerForm,
  textOf,
} from './trigger-form';

export type View = 'visual' | 'developer';

interface State {
  readonly form: TriggerForm;
  readonly view: View;
  /** The developer view's text; what it says of a correct rule is in `form` as well. */
  readonly text: string;
  /** The text as it was when the view was opened. */
  readonly opened: string;
  /** What was last stored, or what a new trigger began with. */
  readonly stored: string;
}

type Change =
  | { readonly kind: 'settings'; readonly settings: Partial<Settings> }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'load'; readonly body: TriggerBody; readonly stored: boolean }
  | { readonly kind: 'stored'; readonly body: TriggerBody };

/** The trigger in the editor: one rule under two views, and whether it differs from what is stored. */
export function useTriggerForm(initial: TriggerBody) {
  const [state, change] = useReducer(changed, initial, start);
  const { form, view, text } = state;
  const body = useMemo(() => bodyOf(form), [form]);
  const read = useMemo<ReadText | null>(() => (view === 'developer' ? readText(text) : null), [view, text]);
  const issues = useMemo(() => issuesOf(body), [body]);
  const written = view === 'developer' ? read?.kind === 'body' : true;
  const dirty = !written ? text !== state.opened || textOf(body) !== state.stored : textOf(body) !== state.stored;
  /** An unfinished rule that nobody touched in this view may go back as it came. */
  const mayLeave = read === null || read.kind === 'body' || text === state.opened;
  return {
    ...{ form, body, view, text, read, issues, dirty, mayLeave, stored: state.stored },
    setSettings: useCallback((settings: Partial<Settings>) => change({ kind: 'settings', settings }), []),
    edit: useCallback((edit: Edit) => change({ kind: 'edit', edit }), []),
    setText: useCallback((next: string) => change({ kind: 'text', text: next }), []),
    setView: useCallback((next: View) => change({ kind: 'view', view: next }), []),
    /** Takes another content; `stored` when it is what the server holds. */
    load: useCallback((next: TriggerBody, stored = false) => change({ kind: 'load', body: next, stored }), []),
    markStored: useCallback((next: TriggerBody) => change({ kind: 'stored', body: next }), []),
  };
}

function start(body: TriggerBody): State {
  const form = formOf(body);
  const text = textOf(body);
  return { form, view: 'visual', text, opened: text, stored: text };
}

function changed(state: State, change: Change): State {
  switch (change.kind) {
    case 'settings':
      return {
        ...state,
        ...inBoth(state, { ...state.form, settings: { ...state.form.settings, ...change.settings } }),
      };
    case 'edit':
      return { ...state, form: { ...state.form, draft: edited(state.form.draft, change.edit) } };
    case 'text': {
      const read = readText(change.text);
      return { ...state, text: change.text, form: read.kind === 'body' ? formOf(read.body) : state.form };
    }
    case 'view': {
      if (change.view === state.view) return state;
      const text = textOf(bodyOf(state.form));
      return { ...state, view: change.view, text, opened: text };
    }
    case 'load': {
      const text = textOf(change.body);
      return { ...state, form: formOf(change.body), text, opened: text, stored: change.stored ? text : state.stored };
    }
    case 'stored':
      return { ...state, stored: textOf(change.body) };
  }
}

/** A setting beside the views is changed in the text as well, where the text is a trigger. */
function inBoth(state: State, form: TriggerForm): Pick<State, 'form'> & Partial<Pick<State, 'text'>> {
  if (state.view === 'visual' || readText(state.text).kind !== 'body') return { form };
  return { form, text: textOf(bodyOf(form)) };
}
