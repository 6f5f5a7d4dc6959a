'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { SecretOnce } from '@/components/ui/secret-once';
import { toast } from '@/components/ui/toast';
import { useRevokeToken, useTokens } from '@/lib/client/developers';
import type { Page } from '@/lib/contracts/list';
import type { NewToken, Token } from '@/lib/contracts/token';
import { NewTokenDialog } from './new-token-dialog';

export function TokenList({ initial }: { initial: Page<Token> }) {
  const t = useTranslations('developers.tokens');
  const { data } = useTokens(initial);
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<NewToken | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
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
        <>
          <div className="flex justify-end px-5 py-2">{add}</div>
          <ListTable label={t('new')} rows="single">
            <thead>
              <tr>
                <HeadCell kind="name">{t('name')}</HeadCell>
                <HeadCell>{t('role')}</HeadCell>
                <HeadCell>{t('lastUsed')}</HeadCell>
                <HeadCell>{t('expires')}</HeadCell>
                <HeadCell kind="menu">
                  <span className="sr-only">{t('revoke')}</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {data.items.map((token) => (
                <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
              ))}
            </tbody>
          </ListTable>
        </>
      )}
      {creating ? (
        <NewTokenDialog
          onClose={() => setCreating(false)}
          onCreated={(token) => {
            setCreating(false);
            setCreated(token);
          }}
        />
      ) : null}
      {created ? (
        <SecretOnce
          title={t('created')}
          text={t('once')}
          secret={created.token}
          copyLabel={t('copy')}
          doneLabel={t('done')}
          onDone={() => setCreated(null)}
        />
      ) : null}
      <RevokeDialog token={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const t = useTranslations('developers.tokens');
  return (
    <tr>
      <Cell kind="name">
        <span className="font-medium">{token.name}</span>{' '}
        <code className="font-mono text-xs text-ink-3">{token.prefix}…</code>
      </Cell>
      <Cell phone="left">
        <Badge>{t(`roles.${token.role}`)}</Badge>
      </Cell>
      <Cell phone="right">
        {token.lastUsedAt ? (
          <RelativeTime at={token.lastUsedAt} />
        ) : (
          <span className="text-ink-3">{t('neverUsed')}</span>
        )}
      </Cell>
      <Cell>
        {token.expiresAt ? <RelativeTime at={token.expiresAt} /> : <span className="text-ink-3">{t('never')}</span>}
      </Cell>
      <Cell kind="menu">
        <Menu
          items={[{ id: 'revoke', label: t('revoke'), danger: true, onSelect: onRevoke }]}
          trigger={<IconButton label={t('options', { name: token.name })} size="sm" icon={<OptionsIcon />} />}
        />
      </Cell>
    </tr>
  );
}

function RevokeDialog({ token, onClose }: { token: Token | null; onClose: () => void }) {
  const t = useTranslations('developers.tokens');
  const revoke = useRevokeToken();
  const name = token?.name ?? '';
  return (
    <ConfirmDialog
      open={token !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('revokeTitle', { name })}
      text={t('revokeText')}
      verb={t('revokeVerb')}
      busy={revoke.isPending}
      onConfirm={() =>
        token && revoke.mutate(token.id, { onSuccess: () => toast(t('revoked', { name })), onSettled: onClose })
      }
    />
  );
}
