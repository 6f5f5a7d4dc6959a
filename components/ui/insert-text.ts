/**
 * Replaces a part of a text area as if it had been typed there: its change handler hears of it, and undo takes it back.
 * `start` and `end` default to what is selected.
 */
export function insertText(
  area: HTMLTextAreaElement,
  text: string,
  start = area.selectionStart,
  end = area.selectionEnd,
): void {
  area.focus();
  area.setSelectionRange(start, end);
  // The only way that keeps the browser's undo; where it is missing the text is set and said.
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, text)) return;
  const next = area.value.slice(0, start) + text + area.value.slice(end);
  // React overrides the element's own setter to notice changes of its own.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, next);
  area.setSelectionRange(start + text.length, start + text.length);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
