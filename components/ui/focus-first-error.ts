/** Brings the first message in sight and puts the cursor where it is corrected. */
export function focusFirstError(work: HTMLElement | null): void {
  const first = work?.querySelector<HTMLElement>('[aria-invalid="true"], p[role="alert"]');
  const place = first?.matches('p') ? (first.closest('[role="group"]') ?? first.parentElement) : first;
  const control = place?.matches('input, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('[role="combobox"], input, textarea, button');
  (control as HTMLElement | null | undefined)?.focus();
  first?.scrollIntoView({ block: 'nearest' });
}
