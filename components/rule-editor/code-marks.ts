import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** A problem under its line; `from` is where it begins in the document. */
export interface LineMark {
  readonly from: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export const setLineMarks = StateEffect.define<readonly LineMark[]>();

/** Lines with an error stand on a ground of their own, and say below them what to change. */
export function lineMarks(): Extension {
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(setLineMarks)) return decorationsOf(effect.value, transaction.state.doc);
      }
      return marks.map(transaction.changes);
    },
    provide: (own) => EditorView.decorations.from(own),
  });
  return [field, THEME];
}

function decorationsOf(marks: readonly LineMark[], doc: EditorView['state']['doc']): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const byLine = new Map<number, LineMark[]>();
  for (const mark of marks) {
    const { number } = doc.lineAt(Math.min(mark.from, doc.length));
    byLine.set(number, [...(byLine.get(number) ?? []), mark]);
  }
  for (const [number, here] of [...byLine].sort(([a], [b]) => a - b)) {
    const line = doc.line(number);
    const errors = here.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) continue;
    builder.add(line.from, line.from, Decoration.line({ class: 'cm-errorLine' }));
    const widget = new MessageWidget(errors.map(({ message }) => message).join(' '));
    builder.add(line.to, line.to, Decoration.widget({ widget, block: true, side: 1 }));
  }
  return builder.finish();
}

class MessageWidget extends WidgetType {
  constructor(private readonly message: string) {
    super();
  }

  override eq(other: MessageWidget): boolean {
    return other.message === this.message;
  }

  toDOM(): HTMLElement {
    // The editor measures boxes without their margins: room around the message is padding of a box around it.
    const room = document.createElement('div');
    room.className = 'cm-lineRoom';
    const box = room.appendChild(document.createElement('div'));
    box.className = 'cm-lineMessage';
    box.textContent = this.message;
    return room;
  }
}

const THEME = EditorView.theme({
  '.cm-errorLine': { backgroundColor: 'var(--color-stop-soft)' },
  '.cm-lineRoom': { padding: '2px 12px 4px 6px' },
  '.cm-lineMessage': {
    padding: '6px 10px',
    border: '1px solid var(--color-stop-line)',
    borderRadius: '6px',
    backgroundColor: 'var(--color-surface)',
    color: 'var(--color-stop-ink)',
    fontFamily: 'var(--font-sans)',
    fontSize: '13px',
    lineHeight: '20px',
    whiteSpace: 'normal',
  },
});
