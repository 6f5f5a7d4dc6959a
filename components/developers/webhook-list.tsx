'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { AddIcon } from '@/components/ui/icons';
import { SecretOnce } from '@/components/ui/secret-once';
import { Switch } from '@/components/ui/switch';
import { useChangeWebhooks, useWebhooks } from '@/lib/client/developers';
import type { Page } from '@/lib/contracts/list';
import type { NewWebhook, Webhook } from '@/lib/contracts/webhook';
import { DeliveryList } from './delivery-list';
import { NewWebhookDialog } from './new-webhook-dialog';

export function WebhookList({ initial }: { initial: Page<Webhook> }) {
  const t = useTranslations('developers.webhooks');
  const { data } = useWebhooks(initial);
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<NewWebhook | null>(null);
  const add = (
    <Button variant="primary" icon={<AddIcon />} onClick={() => setCreating(true)}>
      {t('new')}
    </Button>
  );
  return (
    <>
      {data.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} actions={add} />
      ) : (
        <div className="grid max-w-[880px] gap-3 p-5">
          <div className="flex justify-end">{add}</div>
          {data.items.map((webhook) => (
            <WebhookCard key={webhook.id} webhook={webhook} />
          ))}
        </div>
      )}
      {creating ? (
        <NewWebhookDialog
          onClose={() => setCreating(false)}
          onCreated={(webhook) => {
            setCreating(false);
            setCreated(webhook);
          }}
        />
      ) : null}
      {created ? (
        <SecretOnce
          title={t('secret')}
          text={t('secretOnce')}
          secret={created.secret}
          copyLabel={t('secret')}
          doneLabel={t('done')}
          onDone={() => setCreated(null)}
        />
      ) : null}
    </>
  );
}

function WebhookCard({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('developers.webhooks');
  const { change, remove } = useChangeWebhooks();
  const [open, setOpen] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const { name } = webhook;
  return (
    <Card
      title={name}
      padded
      action={
        <Switch
          label={t('active')}
          checked={webhook.active}
          busy={change.isPending}
          onChange={(active) => change.mutate({ id: webhook.id, active })}
        />
      }
    >
      <code className="block font-mono text-xs break-all">{webhook.url}</code>
      <div className="my-2 flex flex-wrap gap-1.5">
        {webhook.events.map((event) => (
          <Badge key={event}>{t(`event.${event.replace('.', '_')}` as 'event.message_created')}</Badge>
        ))}
      </div>
      <div className="flex gap-2">
        <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('deliveries')}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setDeleting(true)}>
          {t('delete')}
        </Button>
      </div>
      {open ? <DeliveryList webhook={webhook.id} /> : null}
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t('deleteTitle', { name })}
        text={t('deleteText')}
        verb={t('deleteVerb')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(webhook.id)}
      />
    </Card>
  );
}
