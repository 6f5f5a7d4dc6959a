'use client';

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  ensureSyntaxTree,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { lineMarks, setLineMarks } from './code-marks';
import { completeFrom } from './json-completion';
import { rangeOf, stepsOf } from './json-document';
import type { JsonSchema } from './json-schema-walk';

export interface CodeProblem {
  /** `when.all[0].value`; the empty path is the document. */
  readonly path: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface CodeEditorProps {
  value: string;
  onChange: (value: string) => void;
  problems: readonly CodeProblem[];
  schema: JsonSchema;
  /** Accessible name. */
  label: string;
  /** What to say of a place that is no JSON. */
  syntaxMessage: string;
  readOnly?: boolean;
  /** Told the lines of the problems, or the line where the text stops being JSON. */
  onLines?: (lines: ProblemLines) => void;
  ref?: Ref<CodeEditorHandle>;
}

export interface ProblemLines {
  /** Of each problem, in their order; empty when the text is no JSON. */
  readonly lines: readonly number[];
  readonly syntaxLine: number | null;
}

export interface CodeEditorHandle {
  /** Puts the cursor on a line and brings it into view. */
  reveal(line: number): void;
}

/** JSON with completion from a schema and problems at their lines. Loaded only where it is opened. */
export function CodeEditor({
  value,
  onChange,
  problems,
  schema,
  label,
  syntaxMessage,
  readOnly = false,
  onLines,
  ref,
}: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const change = useRef(onChange);
  const tell = useRef(onLines);
  useEffect(() => {
    change.current = onChange;
    tell.current = onLines;
  });
  useImperativeHandle(ref, () => ({
    reveal: (line) => {
      const current = view.current;
      if (!current) return;
      const { from } = current.state.doc.line(Math.max(1, Math.min(line, current.state.doc.lines)));
      current.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      current.focus();
    },
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor keeps its own text; later values are dispatched below
  useEffect(() => {
    if (!host.current) return;
    const created = new EditorView({
      parent: host.current,
      state: stateOf({ value, schema, label, readOnly, change: (text) => change.current(text) }),
    });
    view.current = created;
    return () => created.destroy();
  }, [schema, label, readOnly]);
  useEffect(() => {
    const current = view.current;
    if (current && current.state.doc.toString() !== value)
      current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } });
  }, [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same problems stand elsewhere in another text
  useEffect(() => {
    const current = view.current;
    if (!current) return;
    const { state } = current;
    const { diagnostics, broken } = diagnosticsOf(state, problems, syntaxMessage);
    current.dispatch(setDiagnostics(state, diagnostics));
    current.dispatch({
      effects: setLineMarks.of(
        diagnostics.map(({ from, message, severity }) => ({
          from,
          message,
          severity: severity === 'error' ? 'error' : 'warning',
        })),
      ),
    });
    const lines = diagnostics.map(({ from }) => state.doc.lineAt(from).number);
    tell.current?.(broken ? { lines: [], syntaxLine: lines[0] ?? 1 } : { lines, syntaxLine: null });
  }, [value, problems, syntaxMessage]);
  return <div ref={host} className="min-h-60 text-xs" />;
}

interface StateOptions extends Pick<CodeEditorProps, 'value' | 'schema' | 'label'> {
  readOnly: boolean;
  change: (text: string) => void;
}

function stateOf({ value, schema, label, readOnly, change }: StateOptions): EditorState {
  return EditorState.create({
    doc: value,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      lintGutter(),
      lineMarks(),
      json(),
      autocompletion({ override: [completeFrom(schema)] }),
      syntaxHighlighting(HIGHLIGHT),
      EditorView.lineWrapping,
      EditorState.readOnly.of(readOnly),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.updateListener.of((update) => update.docChanged && change(update.state.doc.toString())),
      // After Escape, Tab moves the focus until another key is pressed: CodeMirror's own two seconds are too short for many.
      EditorView.domEventObservers({
        keyup: (event, view) => {
          if (event.key === 'Escape') view.setTabFocusMode(HOUR);
        },
      }),
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      THEME,
    ],
  });
}

const HOUR = 3_600_000;

function diagnosticsOf(
  state: EditorState,
  problems: readonly CodeProblem[],
  syntaxMessage: string,
): { diagnostics: Diagnostic[]; broken: boolean } {
  const broken: Diagnostic[] = [];
  (ensureSyntaxTree(state, state.doc.length, 200) ?? syntaxTree(state)).iterate({
    enter: (node) => {
      if (node.type.isError && broken.length === 0) {
        const from = Math.max(0, Math.min(node.from, state.doc.length - 1));
        broken.push({ from, to: Math.max(node.to, from + 1), severity: 'error', message: syntaxMessage });
      }
    },
  });
  if (broken.length > 0) return { diagnostics: broken, broken: true };
  const diagnostics = problems.map(({ path, message, severity }) => ({
    ...rangeOf(state, stepsOf(path)),
    severity,
    message,
  }));
  return { diagnostics, broken: false };
}

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--color-ink)' },
  { tag: tags.string, color: 'var(--color-accent-ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-wait-ink)' },
  { tag: tags.punctuation, color: 'var(--color-ink-3)' },
]);

const THEME = EditorView.theme({
  '&': { color: 'var(--color-ink)', backgroundColor: 'var(--color-surface)' },
  '&.cm-focused': { outline: '2px solid var(--color-accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--color-ink)', padding: '8px 0' },
  '.cm-gutters': { backgroundColor: 'var(--color-surface-2)', color: 'var(--color-ink-3)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--color-surface-3) 45%, transparent)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--color-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--color-accent-soft)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    border: '1px solid var(--color-line)',
    borderRadius: '6px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--color-surface-3)',
    color: 'var(--color-ink)',
  },
  '.cm-completionDetail': { color: 'var(--color-ink-3)', fontStyle: 'normal' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--color-stop)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--color-wait)' },
});
