/** @jsxImportSource @/lib/widget/dom */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from './render';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

describe('render', () => {
  it('writes text as text', () => {
    render(root, <p>{'<img src=x onerror=alert(1)>'}</p>);
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('shows any list after any other, and keeps the nodes of what stays', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    const view = (keys: readonly string[]) => (
      <ul>
        {keys.map((key) => (
          <li key={key}>{key}</li>
        ))}
      </ul>
    );
    fc.assert(
      fc.property(list, list, (before, after) => {
        const place = document.createElement('div');
        render(place, view(before));
        const nodes = new Map([...place.querySelectorAll('li')].map((node) => [node.textContent, node]));
        render(place, view(after));
        const items = [...place.querySelectorAll('li')];
        expect(items.map((node) => node.textContent)).toEqual(after);
        for (const item of items) if (nodes.has(item.textContent)) expect(item).toBe(nodes.get(item.textContent));
      }),
    );
  });

  it('keeps the focus and what is typed when something appears before', () => {
    const view = (more: boolean) => (
      <div>
        {more && <p>More</p>}
        <textarea value="" />
      </div>
    );
    render(root, view(false));
    const area = root.querySelector('textarea');
    area?.focus();
    render(root, view(true));
    expect(root.querySelector('textarea')).toBe(area);
    expect(document.activeElement).toBe(area);
    render(root, view(false));
    expect(document.activeElement).toBe(area);
  });

  it('sets, changes and removes attributes', () => {
    const view = (on: boolean) => (
      <button type="button" aria-expanded={on} disabled={on} class={on ? 'x' : undefined} />
    );
    render(root, view(false));
    expect(root.innerHTML).toBe('<button type="button" aria-expanded="false"></button>');
    render(root, view(true));
    expect(root.querySelector('button')?.outerHTML).toBe(
      '<button type="button" aria-expanded="true" disabled="" class="x"></button>',
    );
    render(root, view(false));
    expect(root.innerHTML).toBe('<button type="button" aria-expanded="false"></button>');
  });

  it('listens with the handler of the last rendering alone', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    for (const click of [first, second]) render(root, <button type="button" onClick={click} />);
    root.querySelector('button')?.click();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it('replaces what is of another kind, and clears what is gone', () => {
    render(root, <p>a</p>);
    render(root, <b>b</b>);
    expect(root.innerHTML).toBe('<b>b</b>');
    render(root, null);
    expect(root.innerHTML).toBe('');
  });

  it('draws icons where icons are drawn', () => {
    render(
      root,
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M0 0" />
      </svg>,
    );
    expect(root.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });
});
