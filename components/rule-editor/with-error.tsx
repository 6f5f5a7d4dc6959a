'use client';

import { type ReactNode, useId, useMemo } from 'react';
import { FieldError } from '@/components/ui/field';
import { FieldProvider, type FieldWiring } from '@/components/ui/field-context';

/** A control and what is wrong with it, linked. */
export function WithError({ error, children }: { error: string | undefined; children: ReactNode }) {
  const id = useId();
  const wiring = useMemo<FieldWiring>(
    () => (error === undefined ? {} : { 'aria-describedby': id, 'aria-invalid': true }),
    [error, id],
  );
  return (
    <div className="grid min-w-0 flex-1 gap-1">
      <FieldProvider value={wiring}>{children}</FieldProvider>
      {error === undefined ? null : <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}
