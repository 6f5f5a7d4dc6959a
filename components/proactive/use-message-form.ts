'use client';

import { useCallback, useMemo, useReducer } from 'react';
import { type Edit, edited } from '@/components/rule-editor/edit-draft';
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import { bodyOf, formOf, issuesOf, type MessageBody, type MessageForm, type Settings, textOf } from './message-form';

interface State {
  readonly form: MessageForm;
  /** What was last stored. */
  readonly stored: string;
}

type Change =
  | { readonly kind: 'settings'; readonly settings: Partial<Settings> }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'load'; readonly message: ProactiveMessage | MessageBody; readonly stored: boolean }
  | { readonly kind: 'stored'; readonly body: MessageBody };

/** The message in the editor, what it lacks, and whether it differs from what is stored. */
export function useMessageForm(initial: ProactiveMessage) {
  const [{ form, stored }, change] = useReducer(changed, initial, start);
  const body = useMemo(() => bodyOf(form), [form]);
  const issues = useMemo(() => issuesOf(body), [body]);
  return {
    ...{ form, body, issues, dirty: textOf(body) !== stored },
    set: useCallback((settings: Partial<Settings>) => change({ kind: 'settings', settings }), []),
    edit: useCallback((edit: Edit) => change({ kind: 'edit', edit }), []),
    load: useCallback(
      (message: ProactiveMessage | MessageBody, isStored = false) =>
        change({ kind: 'load', message, stored: isStored }),
      [],
    ),
    markStored: useCallback((next: MessageBody) => change({ kind: 'stored', body: next }), []),
  };
}

export type MessageFormState = ReturnType<typeof useMessageForm>;

function start(message: ProactiveMessage): State {
  const form = formOf(message);
  return { form, stored: textOf(bodyOf(form)) };
}

function changed(state: State, change: Change): State {
  switch (change.kind) {
    case 'settings':
      return { ...state, form: { ...state.form, settings: { ...state.form.settings, ...change.settings } } };
    case 'edit': {
      const { when } = edited({ on: '', when: state.form.when, do: [] }, change.edit);
      return { ...state, form: { ...state.form, when } };
    }
    case 'load': {
      const form = formOf(change.message);
      return { form, stored: change.stored ? textOf(bodyOf(form)) : state.stored };
    }
    case 'stored':
      return { ...state, stored: textOf(change.body) };
  }
}
