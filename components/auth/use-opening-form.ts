'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { fetchJson, Problem, problemText } from '@/lib/client/fetcher';
import { enter } from './enter';

/**
 * Sends a form that makes a user, then signs that user in. Mistakes that the server finds go to their fields.
 * Answers the failure that belongs to no field.
 */
export function useOpeningForm<Values extends FieldValues & { password: string }>(
  form: UseFormReturn<Values>,
  url: string,
) {
  const errors = useTranslations('errors');
  const [failure, setFailure] = useState<string>();
  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    try {
      const { email } = await fetchJson<{ email: string }>(url, { method: 'POST', body: values });
      const refused = await enter(email, values.password);
      window.location.assign(refused ? '/sign-in' : '/');
    } catch (error) {
      const issues = error instanceof Problem ? error.issues : [];
      for (const { path, code, message } of issues) {
        // Paths of a flat contract are the form's fields.
        form.setError(path as FieldPath<Values>, { type: code, message }, { shouldFocus: true });
      }
      if (issues.length === 0) setFailure(problemText(error, errors('code.unavailable')));
    }
  });
  return { submit, failure };
}
