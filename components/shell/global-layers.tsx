'use client';

import { useEffect, useState } from 'react';
import { later } from '@/components/ui/later';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { Locale } from '@/lib/i18n/locale';
import { LAYER_EVENT, type LayerName } from './layers';

const loadPalette = () => import('./command-palette').then((module) => module.CommandPalette);
const CommandPalette = later(loadPalette);
const ShortcutsSheet = later(() => import('./shortcuts-sheet').then((module) => module.ShortcutsSheet));

/** ⌘K and `?`. Their code is fetched when first opened; that of ⌘K from the ⌘ on, so that it hears what is typed next. */
export function GlobalLayers({ locale }: { locale: Locale }) {
  const [open, setOpen] = useState<LayerName | null>(null);
  useShortcut('mod+k', () => setOpen('palette'));
  useShortcut('?', () => setOpen('shortcuts'));
  useEffect(() => {
    const expect = ({ key }: KeyboardEvent) => {
      if (key === 'Meta' || key === 'Control') loadPalette().catch(() => {});
    };
    document.addEventListener('keydown', expect);
    return () => document.removeEventListener('keydown', expect);
  }, []);
  useEffect(() => {
    const listen = (event: Event) => {
      if (event instanceof CustomEvent && (event.detail === 'palette' || event.detail === 'shortcuts'))
        setOpen(event.detail);
    };
    window.addEventListener(LAYER_EVENT, listen);
    return () => window.removeEventListener(LAYER_EVENT, listen);
  }, []);
  if (open === 'palette') return <CommandPalette locale={locale} onClose={() => setOpen(null)} />;
  return open === 'shortcuts' ? <ShortcutsSheet onClose={() => setOpen(null)} /> : null;
}
