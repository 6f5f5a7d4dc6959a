'use client';

import * as Alert from '@radix-ui/react-alert-dialog';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { DIALOG_BOX, SCRIM } from './dialog';
import { Field } from './field';
import { Input } from './input';
import { useReturnFocus } from './use-return-focus';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question: "Delete 3 triggers?" */
  title: ReactNode;
  /** What is lost, with numbers. */
  text: ReactNode;
  /** Repeats the verb: "Delete 3 triggers". */
  verb: string;
  onConfirm: () => void;
  busy?: boolean;
  /** `default` where nothing is destroyed. */
  tone?: 'danger' | 'default';
  /** The safe button's word; "Cancel" when absent. */
  cancel?: string;
  /** There is nothing to confirm: only the safe button is there. */
  blocked?: boolean;
  /** Must be typed before the verb works. */
  confirmWord?: string;
  /** Below the text: what else is to be chosen. */
  children?: ReactNode;
}

/** Focus starts on the safe button, or on the field when only typing confirms. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    text,
    verb,
    onConfirm,
    busy,
    tone = 'danger',
    cancel,
    confirmWord,
    blocked,
    children,
  } = props;
  const t = useTranslations('ui');
  const returnFocus = useReturnFocus(open);
  const [typed, setTyped] = useState('');
  const missing = confirmWord !== undefined && typed !== confirmWord;
  return (
    <Alert.Root
      open={open}
      onOpenChange={(next) => {
        setTyped('');
        onOpenChange(next);
      }}
    >
      <Alert.Portal>
        <Alert.Overlay className={SCRIM} />
        <Alert.Content onCloseAutoFocus={returnFocus} className={`${DIALOG_BOX} max-w-110 p-5`}>
          <Alert.Title className="text-lg font-semibold tracking-[-0.01em]">{title}</Alert.Title>
          <Alert.Description className="mt-1 text-ink-2">{text}</Alert.Description>
          {children}
          {confirmWord === undefined ? null : (
            <Field label={t('typeToConfirm', { word: confirmWord })} className="mt-4">
              <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus />
            </Field>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Alert.Cancel asChild>
              <Button>{cancel ?? t(blocked ? 'close' : 'cancel')}</Button>
            </Alert.Cancel>
            {blocked ? null : (
              <Button
                variant={tone === 'danger' ? 'danger' : 'primary'}
                busy={busy}
                disabledReason={missing ? t('typeToConfirm', { word: confirmWord ?? '' }) : null}
                onClick={onConfirm}
              >
                {verb}
              </Button>
            )}
          </div>
        </Alert.Content>
      </Alert.Portal>
    </Alert.Root>
  );
}
