'use client';

import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { SwitcherIcon } from '@/components/ui/icons';
import { later } from '@/components/ui/later';
import { Menu } from '@/components/ui/menu';
import { useMe } from '@/lib/client/me';
import type { ShellData } from './shell-props';

const loadLayer = () => import('./user-menu-layer');
const UserMenuLayer = later(() => loadLayer().then((module) => module.UserMenuLayer));

/** Own status at the sidebar's foot; opens language, theme, shortcuts and sign-out. */
export function UserMenu({ data }: { data: ShellData }) {
  const t = useTranslations('shell');
  const { user } = data;
  const { data: me } = useMe();
  const presence = me?.status ?? user.status;
  const status = t(`status.${presence}`);
  return (
    <div className="sticky bottom-0 mt-auto bg-canvas pt-2">
      <Menu
        load={loadLayer}
        layer={(open) => <UserMenuLayer data={data} {...open} />}
        trigger={
          <button
            type="button"
            aria-label={t('user.menu', { name: user.name, status })}
            className="flex h-10 w-full items-center gap-2 rounded-sm px-1.5 text-left leading-4 hover:bg-surface-3 data-[state=open]:bg-surface-3"
          >
            <Avatar name={user.name} id={user.id} presence={presence} />
            <span className="min-w-0 flex-1 in-rail:hidden">
              <span className="block truncate font-medium">{user.name}</span>
              <span className="block text-xs text-ink-3">{status}</span>
            </span>
            <SwitcherIcon className="size-3.5 text-ink-3 in-rail:hidden" />
          </button>
        }
      />
    </div>
  );
}
