'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useRef } from 'react';

export interface AddressFiltersOptions {
  /** A step back in the browser undoes the change; typing should replace instead. */
  history?: 'replace' | 'push';
}

/**
 * Filters of a list, kept in the address. Only what differs from the defaults is written, and a change of another
 * filter goes back to the first page. `defaults` must be a constant.
 */
export function useAddressFilters<F extends Record<string, string>>(
  defaults: F,
): [filters: F, change: (changes: Partial<F>, options?: AddressFiltersOptions) => void] {
  const params = useSearchParams();
  const known = useRef(defaults).current;
  const filters = useMemo(
    // The object has exactly the keys of the defaults.
    () => Object.fromEntries(Object.entries(known).map(([key, value]) => [key, params.get(key) ?? value])) as F,
    [known, params],
  );
  const change = useCallback(
    (changes: Partial<F>, { history = 'replace' }: AddressFiltersOptions = {}) => {
      const next = new URLSearchParams(window.location.search);
      for (const part of ['page', 'cursor']) if (!(part in changes)) next.delete(part);
      for (const [key, value] of Object.entries(changes)) {
        if (value === undefined || value === '' || value === known[key]) next.delete(key);
        else next.set(key, value);
      }
      const query = next.toString();
      window.history[`${history}State`](null, '', query === '' ? window.location.pathname : `?${query}`);
    },
    [known],
  );
  return [filters, change];
}
