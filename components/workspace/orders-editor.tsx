'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { AddIcon } from '@/components/ui/icons';
import { Tag } from '@/components/ui/tag';
import { NewWord } from './new-word';
import type { FieldChange } from './use-ticket-change';

export interface OrdersEditorProps {
  orders: readonly string[];
  disabled: boolean;
  run: (change: FieldChange) => void;
}

/** Numbers of linked orders: × unlinks one, "Order" links one by typing. */
export function OrdersEditor({ orders, disabled, run }: OrdersEditorProps) {
  const t = useTranslations('workspace.ticket');
  const [adding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const set = (next: string[]) =>
    run({
      ...{ field: 'orders', label: next.join(', ') || null },
      ...{ change: { orders: next }, shown: { ticket: { orders: next } } },
    });
  const close = (byKey: boolean) => {
    setAdding(false);
    if (byKey) requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <ul aria-label={t('orders')} className="flex flex-wrap items-center gap-1">
      {orders.map((order) => (
        <li key={order} className="flex max-w-full">
          <Tag onRemove={disabled ? undefined : () => set(orders.filter((each) => each !== order))}>{order}</Tag>
        </li>
      ))}
      {disabled ? null : (
        <li>
          {adding ? (
            <NewWord
              {...{ label: t('addOrder'), placeholder: t('orderExample'), maxLength: 200, taken: orders }}
              onAdd={(order) => set([...orders, order])}
              onClose={close}
            />
          ) : (
            <Button
              ref={button}
              variant="quiet"
              size="xs"
              icon={<AddIcon className="size-3.5" />}
              aria-label={t('addOrder')}
              onClick={() => setAdding(true)}
            >
              {t('order')}
            </Button>
          )}
        </li>
      )}
    </ul>
  );
}
