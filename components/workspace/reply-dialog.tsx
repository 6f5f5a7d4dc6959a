'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlaceholderText } from '@/components/rule-editor/placeholder-text';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field, FieldError } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useSaveCannedReply } from '@/lib/client/canned-replies';
import { Problem } from '@/lib/client/fetcher';
import type { CannedReply } from '@/lib/contracts/canned-reply';

export interface ReplyDialogProps {
  /** The one that is changed; without it a new one is made. */
  reply?: CannedReply;
  mayShare: boolean;
  onClose: () => void;
}

/** Title, shortcut and text of a canned reply. */
export function ReplyDialog({ reply, mayShare, onClose }: ReplyDialogProps) {
  const t = useTranslations('workspace.replies');
  const ui = useTranslations('ui');
  const save = useSaveCannedReply();
  const [title, setTitle] = useState(reply?.title ?? '');
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [shared, setShared] = useState(reply?.shared ?? false);
  const problem = save.error instanceof Problem ? save.error : null;
  const at = (field: string) => problem?.issues.find(({ path }) => path === field)?.message;
  const told = ['title', 'shortcut', 'text', 'shared'].some((field) => at(field) !== undefined);
  const plain = shortcut.trim().replace(/^\//, '');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={reply ? t('editTitle', { name: reply.title }) : t('newTitle')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="reply" busy={save.isPending}>
            {reply ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      <form
        id="reply"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { title, shortcut: plain, text, ...(mayShare && { shared }) };
          save.mutate(
            { id: reply?.id, body },
            {
              onSuccess: ({ title: name }) => {
                toast(reply ? t('saved', { name }) : t('created', { name }));
                onClose();
              },
            },
          );
        }}
      >
        {save.error && !told ? <Notice tone="stop">{problem?.detail || t('failed')}</Notice> : null}
        <Field label={t('name')} error={at('title')} required>
          <Input autoFocus value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field
          label={t('shortcut')}
          hint={t('shortcutHint', { example: plain || 'hello' })}
          error={at('shortcut')}
          required
        >
          <Input
            lead={<span>/</span>}
            value={shortcut}
            maxLength={41}
            spellCheck={false}
            onChange={(event) => setShortcut(event.target.value)}
          />
        </Field>
        <div className="grid gap-1">
          <span className="text-xs font-medium text-ink-2">{t('text')}</span>
          <PlaceholderText label={t('text')} value={text} onChange={setText} multiline />
          {at('text') ? <FieldError>{at('text')}</FieldError> : <p className="text-xs text-ink-3">{t('textHint')}</p>}
        </div>
        {mayShare ? (
          <div>
            <Checkbox checked={shared} onChange={setShared} label={t('shareLabel')} />
            <p className="mt-0.5 pl-6 text-xs text-ink-3">{t('shareHint')}</p>
          </div>
        ) : null}
      </form>
    </Dialog>
  );
}
