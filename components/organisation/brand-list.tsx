'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DeleteWithUses } from '@/components/ui/delete-with-uses';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, DeleteIcon, EditIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, HeadCell, ListTable } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { StatusDot } from '@/components/ui/status-dot';
import { toast } from '@/components/ui/toast';
import { useDeletion } from '@/lib/client/deletion';
import { useOrganisation } from '@/lib/client/organisation';
import type { Brand, BrandSummary } from '@/lib/contracts/brand';
import type { Page } from '@/lib/contracts/list';
import { BrandDialog } from './brand-dialog';

type Asked = { act: 'new' } | { act: 'edit' | 'delete'; brand: BrandSummary };

export function BrandList({ initial, manage }: { initial: Page<BrandSummary>; manage: boolean }) {
  const t = useTranslations('settings.brands');
  const { data } = useOrganisation('brands', initial);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const add = manage ? (
    <Button variant="primary" icon={<AddIcon />} onClick={() => setAsked({ act: 'new' })}>
      {t('new')}
    </Button>
  ) : null;
  return (
    <>
      {manage ? null : <Notice className="mx-5 my-2">{t('readOnly')}</Notice>}
      {data.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} actions={add} />
      ) : (
        <>
          {add ? <div className="flex justify-end px-5 py-2">{add}</div> : null}
          <ListTable label={t('title')}>
            <thead>
              <tr>
                <HeadCell kind="name">{t('name')}</HeadCell>
                <HeadCell>{t('status')}</HeadCell>
                <HeadCell align="end">{t('channels')}</HeadCell>
                <HeadCell kind="menu">
                  <span className="sr-only">{t('edit')}</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {data.items.map((brand) => (
                <BrandRow key={brand.id} brand={brand} onAsk={manage ? (act) => setAsked({ act, brand }) : undefined} />
              ))}
            </tbody>
          </ListTable>
        </>
      )}
      {asked && asked.act !== 'delete' ? (
        <BrandDialog
          brand={asked.act === 'edit' ? asked.brand : undefined}
          onClose={close}
          onDone={(brand) => {
            close();
            toast(t('saved', { name: brand.name }));
          }}
        />
      ) : null}
      {asked?.act === 'delete' ? <DeleteBrand brand={asked.brand} onClose={close} /> : null}
    </>
  );
}

interface BrandRowProps {
  brand: BrandSummary;
  /** Absent for those who only read. */
  onAsk?: (act: 'edit' | 'delete') => void;
}

function BrandRow({ brand, onAsk }: BrandRowProps) {
  const t = useTranslations('settings.brands');
  const { name, key, active, channels } = brand;
  const tone = active ? 'active' : 'inactive';
  return (
    <tr>
      <Cell kind="name">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <code className="block font-mono text-xs text-ink-3">{key}</code>
      </Cell>
      <Cell phone="left">
        <StatusDot tone={tone}>{t(tone)}</StatusDot>
      </Cell>
      <Cell align="end" phone="right">
        <span className="max-phone:hidden">{channels}</span>
        <span className="hidden text-ink-2 max-phone:inline">{t('channelCount', { count: channels })}</span>
      </Cell>
      <Cell kind="menu">
        {onAsk ? (
          <Menu
            items={[
              { id: 'edit', label: t('edit'), icon: <EditIcon />, onSelect: () => onAsk('edit') },
              { id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true, onSelect: () => onAsk('delete') },
            ]}
            trigger={<IconButton label={t('options', { name })} size="sm" icon={<OptionsIcon />} />}
          />
        ) : null}
      </Cell>
    </tr>
  );
}

function DeleteBrand({ brand, onClose }: { brand: Brand; onClose: () => void }) {
  const t = useTranslations('settings.brands');
  const { id, name } = brand;
  const deletion = useDeletion(`/api/v1/brands/${id}`, {
    refresh: ['brands'],
    failed: t('failed'),
    onDeleted: () => {
      toast(t('deleted', { name }));
      onClose();
    },
  });
  const owns = deletion.uses.filter(({ kind }) => kind === 'channel').length;
  const words = {
    ...{ title: t('deleteTitle', { name }), text: t('deleteText'), usesText: t('usesText') },
    ...{ verb: t('deleteVerb'), forceVerb: t('forceVerb') },
  };
  return (
    <DeleteWithUses
      words={words}
      deletion={deletion}
      blockedText={owns > 0 ? t('ownsText', { count: owns }) : null}
      onClose={onClose}
    />
  );
}
