'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { LanguageIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { OFFERED, useLanguageNames } from './language-names';

interface VariantMenuProps {
  /** Of the plain texts. */
  base: string;
  /** Languages in which something is written. */
  written: readonly string[];
  chosen: string | null;
  onChoose: (variant: string | null) => void;
}

/** In which language the texts are written at the moment. A language is there as soon as something is written in it. */
export function VariantMenu({ base, written, chosen, onChoose }: VariantMenuProps) {
  const t = useTranslations('bots.languages');
  const nameOf = useLanguageNames();
  const item = (tag: string) => ({
    ...{ id: tag, label: nameOf(tag), checked: chosen === tag },
    onSelect: () => onChoose(tag),
  });
  const known = [...new Set([...written, ...(chosen === null ? [] : [chosen])])];
  const others = OFFERED.filter((tag) => tag !== base && !known.includes(tag));
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="sm" icon={<LanguageIcon className="size-3.5" />}>
          {t('writing', { language: nameOf(chosen ?? base) })}
        </Button>
      }
      sections={[
        {
          id: 'own',
          label: t('own'),
          items: [
            { id: 'base', label: nameOf(base), checked: chosen === null, onSelect: () => onChoose(null) },
            ...known.map(item),
          ],
        },
        { id: 'others', label: t('others'), items: others.map(item) },
      ]}
    />
  );
}
