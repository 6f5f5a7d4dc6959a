'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, DeleteIcon, EditIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { SecretOnce } from '@/components/ui/secret-once';
import { Switch } from '@/components/ui/switch';
import { toast, toastUndo } from '@/components/ui/toast';
import { useChangeChannelKeys, useChannelKeys } from '@/lib/client/channels';
import { problemText } from '@/lib/client/fetcher';
import type { ChannelKey, NewChannelKey } from '@/lib/contracts/channel-key';
import { KeyDialog } from './key-dialog';

type Asked = { act: 'new' } | { act: 'rename' | 'delete'; key: ChannelKey } | { act: 'secret'; key: NewChannelKey };

export function KeyList({ channelId, initial }: { channelId: string; initial: readonly ChannelKey[] }) {
  const t = useTranslations('channels.authentication');
  const channels = useTranslations('channels');
  const { data } = useChannelKeys(channelId, initial);
  const { change, remove } = useChangeChannelKeys(channelId);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const keys = data.items;
  const setActive = ({ id, name }: ChannelKey, active: boolean) =>
    change.mutate(
      { key: id, active },
      {
        onSuccess: () =>
          toastUndo(t(active ? 'activated' : 'deactivated', { name }), () =>
            change.mutate({ key: id, active: !active }),
          ),
      },
    );
  const failure = change.error ?? remove.error;
  return (
    <Card
      title={t('keys')}
      padded={false}
      action={
        <Button size="sm" icon={<AddIcon className="size-3.5" />} onClick={() => setAsked({ act: 'new' })}>
          {t('new')}
        </Button>
      }
    >
      <div className="grid gap-2 px-4 pb-3">
        <p className="text-ink-2">{t('text')}</p>
        {failure ? <Notice tone="stop">{problemText(failure, channels('failed'))}</Notice> : null}
        {keys.length === 0 ? <p className="text-ink-3">{t('none')}</p> : null}
      </div>
      {keys.length > 0 ? (
        <ListTable label={t('keys')} inCard>
          <thead>
            <tr>
              <HeadCell kind="name">{t('name')}</HeadCell>
              <HeadCell>{t('active')}</HeadCell>
              <HeadCell>{t('lastUsed')}</HeadCell>
              <HeadCell kind="menu">
                <span className="sr-only">{t('optionsColumn')}</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <KeyRow
                key={key.id}
                signingKey={key}
                onActive={(active) => setActive(key, active)}
                onAsk={(act) => setAsked({ act, key })}
              />
            ))}
          </tbody>
        </ListTable>
      ) : null}
      {asked?.act === 'new' ? (
        <KeyDialog channelId={channelId} onClose={close} onCreated={(key) => setAsked({ act: 'secret', key })} />
      ) : null}
      {asked?.act === 'rename' ? <KeyDialog channelId={channelId} signingKey={asked.key} onClose={close} /> : null}
      {asked?.act === 'secret' ? (
        <SecretOnce
          title={t('created', { name: asked.key.name })}
          text={t('once')}
          secret={asked.key.secret}
          copyLabel={t('copySecret')}
          doneLabel={t('done')}
          onDone={close}
        />
      ) : null}
      {asked?.act === 'delete' ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={t('deleteTitle', { name: asked.key.name })}
          text={t('deleteText')}
          verb={t('deleteVerb')}
          busy={remove.isPending}
          onConfirm={() =>
            remove.mutate(asked.key.id, {
              onSuccess: () => toast(t('deleted', { name: asked.key.name })),
              onSettled: close,
            })
          }
        />
      ) : null}
    </Card>
  );
}

interface KeyRowProps {
  signingKey: ChannelKey;
  onActive: (active: boolean) => void;
  onAsk: (act: 'rename' | 'delete') => void;
}

function KeyRow({ signingKey, onActive, onAsk }: KeyRowProps) {
  const t = useTranslations('channels.authentication');
  const { id, name, active, lastUsedAt } = signingKey;
  return (
    <tr>
      <Cell kind="name">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <code className="block truncate font-mono text-2xs text-ink-3" title={id}>
          kid {id}
        </code>
      </Cell>
      <Cell phone="left">
        <Switch
          className="align-middle"
          checked={active}
          hideLabel
          label={t('activeNamed', { name })}
          onChange={onActive}
        />
      </Cell>
      <Cell phone="right">
        {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <span className="text-ink-3">{t('never')}</span>}
      </Cell>
      <Cell kind="menu">
        <Menu
          items={[
            { id: 'rename', label: t('rename'), icon: <EditIcon />, onSelect: () => onAsk('rename') },
            { id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true, onSelect: () => onAsk('delete') },
          ]}
          trigger={<IconButton label={t('options', { name })} size="sm" icon={<OptionsIcon />} />}
        />
      </Cell>
    </tr>
  );
}
