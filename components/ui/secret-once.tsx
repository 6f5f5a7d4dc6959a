'use client';

import { Button } from './button';
import { CopyButton } from './copy-button';
import { Dialog } from './dialog';

export interface SecretOnceProps {
  title: string;
  text: string;
  secret: string;
  copyLabel: string;
  doneLabel: string;
  onDone: () => void;
}

/** A secret that is shown this one time. */
export function SecretOnce({ title, text, secret, copyLabel, doneLabel, onDone }: SecretOnceProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onDone()}
      title={title}
      description={text}
      size="form"
      footer={
        <Button variant="primary" onClick={onDone}>
          {doneLabel}
        </Button>
      }
    >
      <div className="flex items-center gap-2 rounded-sm border border-line-2 bg-surface-2 py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 font-mono text-xs break-all">{secret}</code>
        <CopyButton text={secret} label={copyLabel} />
      </div>
    </Dialog>
  );
}
