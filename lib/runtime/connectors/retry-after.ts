/** The moment that a `Retry-After` header names: seconds or a date. */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const at = /^\d+$/.test(header) ? new Date(now.getTime() + Number(header) * 1_000) : new Date(header);
  const wait = at.getTime() - now.getTime();
  // Nobody waits for more than a day, nor for a moment that has passed.
  return wait > 0 && wait <= 86_400_000 ? at : undefined;
}
