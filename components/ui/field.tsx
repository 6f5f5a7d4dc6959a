'use client';

import clsx from 'clsx';
import { type ReactNode, useId, useMemo } from 'react';
import { FieldProvider, type FieldWiring } from './field-context';
import { FailureIcon } from './icons';

export interface FieldProps {
  label: ReactNode;
  /** Keeps the label for assistive technology only, where a heading or a column says it visibly. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** Replaces the hint: what is wrong, then what to do. */
  error?: ReactNode;
  required?: boolean;
  /** At the right of the label: a link, a counter. */
  aside?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}

/**
 * Label, hint and error of one control, wired by context:
 * `<Field label="Name" error={errors.name?.message}><Input {...register('name')} /></Field>`.
 */
export function Field({ label, hideLabel, hint, error, required, aside, id, className, children }: FieldProps) {
  const generated = useId();
  const controlId = id ?? generated;
  const noteId = `${controlId}-note`;
  const hasNote = Boolean(error ?? hint);
  const hasError = Boolean(error);
  const wiring = useMemo<FieldWiring>(
    () => ({
      id: controlId,
      'aria-describedby': hasNote ? noteId : undefined,
      'aria-invalid': hasError || undefined,
      'aria-required': required || undefined,
    }),
    [controlId, noteId, hasNote, hasError, required],
  );
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <div className={clsx('flex items-baseline justify-between gap-2', hideLabel && 'sr-only')}>
        <label htmlFor={controlId} className="text-xs font-medium text-ink-2">
          {label}
        </label>
        {aside}
      </div>
      <FieldProvider value={wiring}>{children}</FieldProvider>
      {error ? (
        <FieldError id={noteId}>{error}</FieldError>
      ) : hint ? (
        <p id={noteId} className="text-xs text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex gap-1 text-xs text-stop-ink">
      <FailureIcon className="mt-px size-3.5" />
      <span>{children}</span>
    </p>
  );
}
