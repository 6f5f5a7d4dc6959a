'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Problem, problemText } from '@/lib/client/fetcher';

export interface NamedDialogProps {
  /** As it is called so far. */
  name?: string;
  words: { title: string; verb: string; name: string; failed: string };
  /** How the last attempt went. */
  save: { error: Error | null; isPending: boolean };
  onSubmit: (name: string) => void;
  onClose: () => void;
  /** The other fields. */
  children: ReactNode;
}

/** Asks for a name and little more; what is refused stands at its field. */
export function NamedDialog({ name: known = '', words, save, onSubmit, onClose, children }: NamedDialogProps) {
  const ui = useTranslations('ui');
  const form = useId();
  const [name, setName] = useState(known);
  const problem = save.error instanceof Problem ? save.error : null;
  const nameProblem = problem?.issues.find(({ path }) => path === 'name')?.message;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form={form} busy={save.isPending}>
            {words.verb}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(name);
        }}
      >
        {save.error && !nameProblem ? <Notice tone="stop">{problemText(save.error, words.failed)}</Notice> : null}
        <Field label={words.name} error={nameProblem} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {children}
      </form>
    </Dialog>
  );
}
