'use client';

import * as RadixDialog from '@radix-ui/react-dialog';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { SCRIM } from '@/components/ui/dialog';
import { FamilyIcon } from '@/components/ui/family-icon';
import { DarkThemeIcon, LanguageIcon, LightThemeIcon, SearchIcon } from '@/components/ui/icons';
import { scoreByWords } from '@/components/ui/option-list';
import { useReturnFocus } from '@/components/ui/use-return-focus';
import { ruleAddress } from '@/lib/client/rule-address';
import type { Locale } from '@/lib/i18n/locale';
import { BUILT_PAGES, PALETTE_ACTIONS, SEARCHED_LISTS } from './navigation';
import { useChangeLocale } from './use-change-locale';
import { useFoundRules } from './use-found-rules';
import { setTheme } from './use-preferences';

/** ⌘K: pages by our names and by other products', rules by their names and descriptions, a few acts, and the lists that can be searched. */
export function CommandPalette({ locale, onClose }: { locale: Locale; onClose: () => void }) {
  const t = useTranslations('shell');
  const returnFocus = useReturnFocus(true);
  const router = useRouter();
  const changeLocale = useChangeLocale();
  const [query, setQuery] = useState('');
  const { rules, settled } = useFoundRules(query);
  const typed = query.trim();
  const [listsFor, setListsFor] = useState('');
  // After the rules: what stands first then is chosen, and stays so.
  useEffect(() => {
    if (settled) setListsFor(typed);
  }, [settled, typed]);
  const run = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <RadixDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={SCRIM} />
        <RadixDialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed top-[12vh] left-1/2 z-40 w-[calc(100vw-24px)] max-w-140 -translate-x-1/2 animate-appear overflow-hidden rounded-lg bg-raised shadow-dialog outline-none max-phone:top-3"
        >
          <RadixDialog.Title className="sr-only">{t('palette.title')}</RadixDialog.Title>
          <Command filter={score} loop label={t('palette.title')}>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <SearchIcon className="text-ink-3" />
              <Command.Input
                data-bare=""
                value={query}
                onValueChange={setQuery}
                placeholder={t('palette.placeholder')}
                className="h-12 flex-1 bg-transparent text-base outline-none max-phone:text-lg"
              />
            </div>
            <Command.List className="max-h-[min(400px,60vh)] overflow-y-auto p-1.5">
              <Command.Group heading={t('palette.pages')} className={GROUP}>
                {BUILT_PAGES.map((page) => (
                  <Entry
                    key={page.id}
                    id={page.id}
                    icon={<page.icon />}
                    label={t(`pages.${page.id}`)}
                    alsoKnownAs={page.alsoKnownAs}
                    query={query}
                    onSelect={run(() => router.push(page.href))}
                  />
                ))}
              </Command.Group>
              {rules.length > 0 ? (
                <Command.Group heading={t('palette.rules')} className={GROUP}>
                  {rules.map(({ id, name, family }) => (
                    <Entry
                      // Words to be found by count from the first time that an entry is drawn.
                      key={`${id} ${settled}`}
                      id={id}
                      icon={<FamilyIcon family={family} />}
                      label={name}
                      // The server has found it, in its description perhaps.
                      alsoKnownAs={settled ? [typed] : []}
                      onSelect={run(() => router.push(ruleAddress(family, id) ?? '/log'))}
                    />
                  ))}
                </Command.Group>
              ) : null}
              <Command.Group heading={t('palette.actions')} className={GROUP}>
                {PALETTE_ACTIONS.filter((action) => BUILT_PAGES.some((page) => page.id === action.page)).map(
                  (action) => (
                    <Entry
                      key={action.id}
                      id={action.id}
                      icon={<action.icon />}
                      label={t(`palette.${action.id}`)}
                      onSelect={run(() => router.push(action.href))}
                    />
                  ),
                )}
                <Entry
                  id="language"
                  icon={<LanguageIcon />}
                  label={t('palette.switchLanguage')}
                  alsoKnownAs={['English', 'Français', 'language', 'langue']}
                  onSelect={run(() => changeLocale(locale === 'fr' ? 'en' : 'fr'))}
                />
                <Entry
                  id="light"
                  icon={<LightThemeIcon />}
                  label={t('palette.lightTheme')}
                  onSelect={run(() => setTheme('light'))}
                />
                <Entry
                  id="dark"
                  icon={<DarkThemeIcon />}
                  label={t('palette.darkTheme')}
                  onSelect={run(() => setTheme('dark'))}
                />
              </Command.Group>
              {typed !== '' && listsFor === typed ? (
                <Command.Group heading={t('palette.search', { query: typed })} className={GROUP}>
                  {SEARCHED_LISTS.map(({ id, href, icon: Icon }) => (
                    <Entry
                      key={id}
                      id={`${SEARCH}${id}`}
                      icon={<Icon />}
                      label={t(`palette.searched.${id}`)}
                      onSelect={run(() => router.push(`${href}?search=${encodeURIComponent(typed.slice(0, 200))}`))}
                    />
                  ))}
                </Command.Group>
              ) : null}
            </Command.List>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** Marks the entries that always stand, after all that was found. */
const SEARCH = 'search in ';

function score(value: string, search: string, keywords?: string[]): number {
  return value.startsWith(SEARCH) ? Number.EPSILON : scoreByWords(value, search, keywords);
}

interface EntryProps {
  id: string;
  icon: ReactNode;
  label: string;
  alsoKnownAs?: readonly string[];
  query?: string;
  onSelect: () => void;
}

/** Shows the other name when that is what was found. */
function Entry({ id, icon, label, alsoKnownAs = [], query = '', onSelect }: EntryProps) {
  const found =
    query.length > 1 && scoreByWords('', query, [label]) === 0
      ? alsoKnownAs.find((name) => scoreByWords('', query, [name]) > 0)
      : undefined;
  return (
    <Command.Item
      value={id}
      keywords={[label, ...alsoKnownAs]}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 data-[selected=true]:bg-surface-3 max-phone:h-11 [&>svg]:text-ink-3"
    >
      {icon}
      {label}
      {found ? <span className="truncate text-ink-3">{found}</span> : null}
    </Command.Item>
  );
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3';
