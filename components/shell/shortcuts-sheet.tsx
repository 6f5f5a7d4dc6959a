'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { Switch } from '@/components/ui/switch';
import { useModKey } from './use-mod-key';
import { usePreferences } from './use-preferences';

const SECTIONS = [
  {
    id: 'everywhere',
    keys: [
      ['mod+K', 'palette'],
      ['?', 'help'],
      ['Esc', 'close'],
    ],
  },
  {
    id: 'lists',
    keys: [
      ['/', 'search'],
      ['N', 'create'],
      ['↑ ↓', 'move'],
      ['Space', 'select'],
      ['↵', 'open'],
    ],
  },
  {
    id: 'workspace',
    keys: [
      ['J K', 'walk'],
      ['A', 'accept'],
      ['R', 'reply'],
      ['N', 'note'],
      ['T', 'transfer'],
      ['S', 'status'],
      ['E', 'end'],
      ['/', 'canned'],
      ['mod+↵', 'send'],
    ],
  },
  {
    id: 'editors',
    keys: [
      ['mod+S', 'save'],
      ['Alt ↑ ↓', 'reorder'],
    ],
  },
] as const;

/** `?`: every key, and the switch for those without a modifier (WCAG 2.1.4). */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.shortcuts');
  const mod = useModKey();
  const { singleKeys, setSingleKeys } = usePreferences();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')}>
      {SECTIONS.map((section) => (
        <section key={section.id} className="mb-4">
          <h3 className="mb-1 text-xs font-medium text-ink-3">{t(section.id)}</h3>
          <dl>
            {section.keys.map(([keys, name]) => (
              <div key={name} className="flex items-center justify-between gap-4 py-1">
                <dt>{t(name)}</dt>
                <dd className="rounded-xs border border-line bg-surface-2 px-1.5 text-2xs leading-[18px] font-medium whitespace-nowrap text-ink-3">
                  {keys.replace('mod+', mod)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="border-t border-line pt-3">
        <Switch checked={singleKeys} onChange={setSingleKeys} label={t('singleKeys')} />
        <p className="mt-1 text-xs text-ink-3">{t('singleKeysHint')}</p>
      </div>
    </Dialog>
  );
}
