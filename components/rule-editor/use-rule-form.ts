'use client';

import { useCallback, useMemo, useReducer } from 'react';
import { type Edit, edited } from './edit-draft';
import {
  bodyOf,
  contentOf,
  formOf,
  issuesOf,
  type ReadText,
  type RuleContent,
  type RuleForm,
  type RuleKind,
  readText,
  ruleIn,
  type SettingsOf,
  textOf,
} from './rule-form';

export type View = 'visual' | 'developer';

interface State<B extends RuleContent> {
  readonly form: RuleForm<B>;
  readonly view: View;
  /** The developer view's text; what it says of a correct rule is in `form` as well. */
  readonly text: string;
  /** The text as it was when the view was opened. */
  readonly opened: string;
  /** What was last stored, or what a new rule began with. */
  readonly stored: string;
}

type Change<B extends RuleContent> =
  | { readonly kind: 'settings'; readonly settings: Partial<SettingsOf<B>> }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'load'; readonly body: B; readonly stored: boolean }
  | { readonly kind: 'stored'; readonly body: B };

/** The rule in the editor: one rule under two views, and whether it differs from what is stored. */
export function useRuleForm<B extends RuleContent>(kind: RuleKind<B>, initial: B) {
  const reduce = useCallback((before: State<B>, next: Change<B>) => changed(kind, before, next), [kind]);
  const [state, change] = useReducer(reduce, initial, (body) => start(kind, body));
  const { form, view, text } = state;
  const body = useMemo(() => bodyOf(kind, form), [kind, form]);
  const rule = useMemo(() => ruleIn(kind, body), [kind, body]);
  const read = useMemo(() => (view === 'developer' ? readText(kind, text) : null), [kind, view, text]);
  const issues = useMemo(() => issuesOf(kind, body), [kind, body]);
  const written = view === 'developer' ? read?.kind === 'body' : true;
  const differs = textOf(kind, body) !== state.stored;
  const dirty = written ? differs : text !== state.opened || differs;
  /** An unfinished rule that nobody touched in this view may go back as it came. */
  const mayLeave = read === null || read.kind === 'body' || text === state.opened;
  return {
    ...{ form, body, rule, view, text, issues, dirty, mayLeave, stored: state.stored },
    read: read satisfies ReadText<B> | null,
    setSettings: useCallback((settings: Partial<SettingsOf<B>>) => change({ kind: 'settings', settings }), []),
    edit: useCallback((edit: Edit) => change({ kind: 'edit', edit }), []),
    setText: useCallback((next: string) => change({ kind: 'text', text: next }), []),
    setView: useCallback((next: View) => change({ kind: 'view', view: next }), []),
    /** Takes another content; `stored` when it is what the server holds. */
    load: useCallback((next: B, stored = false) => change({ kind: 'load', body: next, stored }), []),
    markStored: useCallback((next: B) => change({ kind: 'stored', body: next }), []),
  };
}

export type RuleFormState<B extends RuleContent> = ReturnType<typeof useRuleForm<B>>;

function start<B extends RuleContent>(kind: RuleKind<B>, body: B): State<B> {
  const text = textOf(kind, body);
  return { form: formOf(kind, body), view: 'visual', text, opened: text, stored: text };
}

function changed<B extends RuleContent>(kind: RuleKind<B>, state: State<B>, change: Change<B>): State<B> {
  switch (change.kind) {
    case 'settings': {
      const form = { ...state.form, settings: { ...state.form.settings, ...change.settings } };
      return { ...state, ...inBoth(kind, state, form) };
    }
    case 'edit':
      return { ...state, form: { ...state.form, draft: edited(state.form.draft, change.edit) } };
    case 'text': {
      const read = readText(kind, change.text);
      return { ...state, text: change.text, form: read.kind === 'body' ? formOf(kind, read.body) : state.form };
    }
    case 'view': {
      if (change.view === state.view) return state;
      const text = textOf(kind, bodyOf(kind, state.form));
      return { ...state, view: change.view, text, opened: text };
    }
    case 'load': {
      const body = contentOf(kind, change.body);
      const text = textOf(kind, body);
      const stored = change.stored ? text : state.stored;
      return { ...state, form: formOf(kind, body), text, opened: text, stored };
    }
    case 'stored':
      return { ...state, stored: textOf(kind, change.body) };
  }
}

/** A setting beside the views is changed in the text as well, where the text is a rule. */
function inBoth<B extends RuleContent>(
  kind: RuleKind<B>,
  state: State<B>,
  form: RuleForm<B>,
): Pick<State<B>, 'form'> & Partial<Pick<State<B>, 'text'>> {
  if (state.view === 'visual' || readText(kind, state.text).kind !== 'body') return { form };
  return { form, text: textOf(kind, bodyOf(kind, form)) };
}
