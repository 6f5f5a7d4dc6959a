'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { useChangeWebhooks } from '@/lib/client/developers';
import { Problem } from '@/lib/client/fetcher';
import type { NewWebhook } from '@/lib/contracts/webhook';

const EVENTS = ['message.created', 'firing.finished', 'firing.failed'] as const;

export function NewWebhookDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (webhook: NewWebhook) => void;
}) {
  const t = useTranslations('developers.webhooks');
  const ui = useTranslations('ui');
  const { create } = useChangeWebhooks();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly (typeof EVENTS)[number][]>(['message.created']);
  const problem = create.error instanceof Problem ? create.error : null;
  const at = (field: string) => problem?.issues.find(({ path }) => path.startsWith(field))?.message;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('new')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="new-webhook" busy={create.isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form
        id="new-webhook"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name, url, events: [...events] }, { onSuccess: onCreated });
        }}
      >
        {problem && problem.issues.length === 0 ? <Notice tone="stop">{problem.detail}</Notice> : null}
        <Field label={t('name')} error={at('name')} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('url')} error={at('url')} required>
          <Input
            mono
            type="text"
            inputMode="url"
            placeholder="https://example.org/signalbox"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </Field>
        <fieldset className="grid gap-1.5">
          <legend className="mb-1 text-xs font-medium text-ink-2">{t('events')}</legend>
          {EVENTS.map((event) => (
            <Checkbox
              key={event}
              label={t(`event.${event.replace('.', '_')}` as 'event.message_created')}
              checked={events.includes(event)}
              onChange={(on) => setEvents(on ? [...events, event] : events.filter((each) => each !== event))}
            />
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
