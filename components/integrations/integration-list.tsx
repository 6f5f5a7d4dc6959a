'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { AddIcon } from '@/components/ui/icons';
import { HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { useIntegrations } from '@/lib/client/integrations';
import { connectors } from '@/lib/contracts/connectors/registry';
import type { Integration } from '@/lib/contracts/integration';
import type { Page } from '@/lib/contracts/list';
import { DeleteIntegration } from './delete-integration';
import { IntegrationDialog } from './integration-dialog';
import { IntegrationRow } from './integration-row';

type Asked =
  | { act: 'new' | 'edit'; kind: string; integration?: Integration }
  | { act: 'delete'; integration: Integration };

/** What is connected, how it is doing, and what can be connected. */
export function IntegrationList({ initial, manage }: { initial: Page<Integration>; manage: boolean }) {
  const t = useTranslations('integrations');
  const { data } = useIntegrations(initial);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const taken = new Set(data.items.map(({ kind }) => kind));
  const add = manage ? (
    <Menu
      align="end"
      items={connectors.map(({ kind, single }) => ({
        id: kind,
        label: t(`kind.${kind}.name` as 'kind.ai.name'),
        disabledReason: single && taken.has(kind) ? t('taken') : undefined,
        onSelect: () => setAsked({ act: 'new', kind }),
      }))}
      trigger={
        <Button variant="primary" icon={<AddIcon />}>
          {t('connect')}
        </Button>
      }
    />
  ) : null;
  return (
    <>
      {manage ? null : <Notice className="mx-5 my-2">{t('readOnly')}</Notice>}
      {data.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} actions={add} />
      ) : (
        <>
          {add ? <div className="flex justify-end px-5 py-2 max-phone:px-4">{add}</div> : null}
          <ListTable label={t('title')}>
            <thead>
              <tr>
                <HeadCell kind="name">{t('name')}</HeadCell>
                <HeadCell>{t('health')}</HeadCell>
                <HeadCell>{t('last')}</HeadCell>
                <HeadCell kind="menu">
                  <span className="sr-only">{t('acts')}</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {data.items.map((integration) => (
                <IntegrationRow
                  key={integration.id}
                  integration={integration}
                  onAsk={manage ? (act) => setAsked({ act, integration, kind: integration.kind }) : undefined}
                />
              ))}
            </tbody>
          </ListTable>
        </>
      )}
      {asked && asked.act !== 'delete' ? (
        <IntegrationDialog
          kind={asked.kind}
          integration={asked.integration}
          onClose={close}
          onDone={({ name }) => {
            close();
            toast(t('saved', { name }));
          }}
        />
      ) : null}
      {asked?.act === 'delete' ? <DeleteIntegration integration={asked.integration} onClose={close} /> : null}
    </>
  );
}
