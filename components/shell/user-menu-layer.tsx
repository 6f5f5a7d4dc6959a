'use client';

import type { OpenMenu } from '@/components/ui/menu';
import { MenuLayer } from '@/components/ui/menu-layer';
import type { ShellData } from './shell-props';
import { useUserMenuSections } from './user-menu-sections';

/** The open menu of the user: status, alerts, language, theme, account. */
export function UserMenuLayer({ data, ...open }: OpenMenu & { data: ShellData }) {
  const sections = useUserMenuSections(data);
  const { name, email } = data.user;
  return (
    <MenuLayer
      {...open}
      side="top"
      align="start"
      sections={sections}
      header={
        <div className="px-2 py-1.5">
          <div className="font-medium">{name}</div>
          <div className="text-xs text-ink-3">{email}</div>
        </div>
      }
    />
  );
}
