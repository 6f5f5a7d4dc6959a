'use client';

import { useTranslations } from 'next-intl';
import type { OpenMenu } from '@/components/ui/menu';
import { MenuLayer } from '@/components/ui/menu-layer';
import type { ChangeFilters } from './list-filter-bar';
import { type Order, SORTS, type Sort, usualOrder } from './list-query';

interface SortLayerProps extends OpenMenu {
  sort: Sort;
  order: Order;
  change: ChangeFilters;
}

/** The open menu of orders: by what, and which way. */
export function SortLayer({ sort, order, change, ...open }: SortLayerProps) {
  const t = useTranslations('triggers.list');
  const orders: readonly [Order, string][] = [
    ['asc', t('ascending')],
    ['desc', t('descending')],
  ];
  return (
    <MenuLayer
      {...open}
      sections={[
        {
          id: 'by',
          label: t('sortBy'),
          items: SORTS.map((each) => ({
            id: each,
            label: capital(t(`by.${each}`)),
            checked: each === sort,
            onSelect: () => change({ sort: each, order: usualOrder(each) }, { history: 'push' }),
          })),
        },
        {
          id: 'order',
          items: orders.map(([each, label]) => ({
            id: each,
            label,
            checked: each === order,
            onSelect: () => change({ order: each }, { history: 'push' }),
          })),
        },
      ]}
    />
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
