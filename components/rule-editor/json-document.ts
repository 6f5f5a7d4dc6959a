import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

export type Path = (string | number)[];

/** `when.all[0].value` as steps. */
export function stepsOf(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

/** Where the value at a path stands, or the nearest part above it that is written. */
export function rangeOf(state: EditorState, path: Path): { from: number; to: number } {
  const root = rootOf(state);
  if (!root) return { from: 0, to: Math.min(1, state.doc.length) };
  let node: SyntaxNode = root;
  for (const step of path) {
    const child: SyntaxNode | undefined =
      typeof step === 'number' ? valuesIn(node)[step] : propertyValue(state, node, step);
    if (!child) break;
    node = child;
  }
  // Of an object or list only its first line, so that the whole document is not underlined.
  const { to } = state.doc.lineAt(node.from);
  return { from: node.from, to: Math.min(node.to, to) };
}

/** The path of the object or value around a position, and the property whose value is being written there. */
export function pathAt(node: SyntaxNode | null, state: EditorState): Path {
  const path: Path = [];
  for (let at = node; at?.parent; at = at.parent) {
    const { parent } = at;
    if (parent.name === 'Array' && VALUES.has(at.name))
      path.unshift(valuesIn(parent).findIndex((each) => each.from === at?.from));
    if (parent.name === 'Property' && at.name !== 'PropertyName') path.unshift(nameOf(state, parent));
  }
  return path;
}

/** What is written so far, as far as it can be read; a half-written document leaves gaps instead of failing. */
export function readTolerantly(state: EditorState): unknown {
  const root = rootOf(state);
  return root ? read(state, root) : undefined;
}

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

function rootOf(state: EditorState): SyntaxNode | null {
  return valuesIn(syntaxTree(state).topNode)[0] ?? null;
}

function valuesIn(node: SyntaxNode): SyntaxNode[] {
  const values: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (VALUES.has(child.name)) values.push(child);
  return values;
}

function propertyValue(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | undefined {
  const property = object.getChildren('Property').find((each) => nameOf(state, each) === name);
  return property ? valuesIn(property)[0] : undefined;
}

function nameOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild('PropertyName');
  return name ? String(parsed(state.sliceDoc(name.from, name.to)) ?? '') : '';
}

function read(state: EditorState, node: SyntaxNode): unknown {
  if (node.name === 'Array') return valuesIn(node).map((each) => read(state, each));
  if (node.name !== 'Object') return parsed(state.sliceDoc(node.from, node.to));
  return Object.fromEntries(
    node.getChildren('Property').flatMap((property) => {
      const value = valuesIn(property)[0];
      return value ? [[nameOf(state, property), read(state, value)]] : [];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
