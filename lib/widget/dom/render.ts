/** Makes the page show what components describe, changing only what differs, so that focus and what is typed stay. */
import type { Child, Element, Keyed, TextNode } from './node';

const shown = new WeakMap<Node, Keyed>();

export function render(parent: Node, child: Child): void {
  const next = keyed(child);
  patch(parent, shown.get(parent) ?? new Map(), next);
  shown.set(parent, next);
}

function patch(parent: Node, before: Keyed, after: Keyed): void {
  // What is gone goes first: then nodes that stay are not moved, and keep the focus.
  for (const [key, node] of before) {
    if (!same(node, after.get(key))) node.made?.remove();
  }
  let place = parent.firstChild;
  for (const [key, node] of after) {
    const old = before.get(key);
    const made = 'tag' in node ? placeElement(node, old) : placeText(node, old);
    if (made === place) place = place.nextSibling;
    else parent.insertBefore(made, place);
  }
}

function same(before: Element | TextNode, after: Element | TextNode | undefined): boolean {
  return after !== undefined && tagOf(before) === tagOf(after);
}

function tagOf(node: Element | TextNode): string | undefined {
  return 'tag' in node ? node.tag : undefined;
}

function placeText(node: TextNode, old: Element | TextNode | undefined): Text {
  const made = old && !('tag' in old) ? old.made : undefined;
  node.made = made ?? document.createTextNode(node.text);
  if (node.made.data !== node.text) node.made.data = node.text;
  return node.made;
}

function placeElement(node: Element, old: Element | TextNode | undefined): HTMLElement {
  const before = old && 'tag' in old && old.tag === node.tag ? old : undefined;
  const made = before?.made ?? create(node.tag);
  node.made = made;
  node.inside = keyed(node.properties.children);
  patch(made, before?.inside ?? new Map(), node.inside);
  // After the children, since a progress or text field may read them.
  for (const name in { ...before?.properties, ...node.properties }) {
    set(made, name, node.properties[name], before?.properties[name]);
  }
  if (!before) (node.properties.ref as ((made: HTMLElement) => void) | undefined)?.(made);
  return made;
}

function create(tag: string): HTMLElement {
  const svg = tag === 'svg' || tag === 'path';
  // Icons are never asked for anything that only elements of HTML have.
  return svg
    ? (document.createElementNS('http://www.w3.org/2000/svg', tag) as Node as HTMLElement)
    : document.createElement(tag);
}

function set(made: HTMLElement, name: string, value: unknown, before: unknown): void {
  if (name === 'children' || name === 'ref') return;
  if (name === 'value' && 'value' in made) {
    if (made.value !== value) made.value = value;
  } else if (value === before) return;
  else if (name.startsWith('on')) Object.assign(made, { [name.toLowerCase()]: value });
  else if (value === undefined || (value === false && name[4] !== '-')) made.removeAttribute(name);
  else made.setAttribute(name, value === true && name[4] !== '-' ? '' : String(value));
}

/** Children by their keys, else by their place, where absent ones count: so a sibling that appears moves no other. */
function keyed(child: Child, prefix = '', into: Keyed = new Map()): Keyed {
  const list = Array.isArray(child) ? child : [child];
  list.forEach((one: Child, index) => {
    if (one === null || one === undefined || typeof one === 'boolean' || one === '') return;
    if (Array.isArray(one)) keyed(one, `${prefix}${index}.`, into);
    else if (typeof one === 'object') into.set(prefix + ((one as Element).key ?? index), one as Element);
    else into.set(prefix + index, { text: String(one) });
  });
  return into;
}
