'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  DarkThemeIcon,
  KeyboardIcon,
  LightThemeIcon,
  PersonIcon,
  SignOutIcon,
  SystemThemeIcon,
} from '@/components/ui/icons';
import type { MenuSection } from '@/components/ui/menu';
import { useMe } from '@/lib/client/me';
import { openLayer } from './layers';
import type { ShellData } from './shell-props';
import { signOutHere } from './sign-out';
import { useChangeLocale } from './use-change-locale';
import { usePreferences } from './use-preferences';
import { useStatusSections } from './use-status-sections';

export function useUserMenuSections({ locale }: ShellData): MenuSection[] {
  const t = useTranslations('shell.user');
  const router = useRouter();
  const changeLocale = useChangeLocale();
  const { theme, setTheme } = usePreferences();
  const status = useStatusSections(useMe().data);
  return [
    ...status,
    {
      id: 'language',
      label: t('language'),
      items: [
        { id: 'en', label: t('english'), checked: locale === 'en', onSelect: () => changeLocale('en') },
        { id: 'fr', label: t('french'), checked: locale === 'fr', onSelect: () => changeLocale('fr') },
      ],
    },
    {
      id: 'theme',
      label: t('theme'),
      items: [
        {
          id: 'light',
          label: t('light'),
          icon: <LightThemeIcon />,
          checked: theme === 'light',
          onSelect: () => setTheme('light'),
        },
        {
          id: 'dark',
          label: t('dark'),
          icon: <DarkThemeIcon />,
          checked: theme === 'dark',
          onSelect: () => setTheme('dark'),
        },
        {
          id: 'system',
          label: t('system'),
          icon: <SystemThemeIcon />,
          checked: theme === 'system',
          onSelect: () => setTheme('system'),
        },
      ],
    },
    {
      id: 'rest',
      items: [
        { id: 'account', label: t('account'), icon: <PersonIcon />, onSelect: () => router.push('/account') },
        {
          id: 'shortcuts',
          label: t('shortcuts'),
          icon: <KeyboardIcon />,
          shortcut: '?',
          onSelect: () => openLayer('shortcuts'),
        },
        { id: 'signOut', label: t('signOut'), icon: <SignOutIcon />, onSelect: signOutHere },
      ],
    },
  ];
}
