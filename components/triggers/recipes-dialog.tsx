'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { ChevronRightIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { triggerRecipes } from '@/lib/engine/recipes/triggers';

/** Ready-made triggers; each opens pre-filled and unsaved. */
export function RecipesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('triggers');
  const locale = useLocale() === 'fr' ? 'fr' : 'en';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="form"
      title={t('recipe.title')}
      description={t('recipe.text')}
    >
      <ul className="-mx-5 -mb-4 divide-y divide-line border-t border-line">
        {triggerRecipes.map((recipe) => (
          <li key={recipe.id}>
            <Link
              href={`/triggers/new?recipe=${recipe.id}`}
              prefetch={false}
              className="flex items-center gap-3 px-5 py-2.5 -outline-offset-2! hover:bg-surface-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{recipe.name[locale]}</span>
                <span className="block text-ink-2">{recipe.description[locale]}</span>
                <span className="mt-0.5 block text-xs text-ink-3">
                  {t(`event.${recipe.on}` as 'event.message_sent')}
                </span>
              </span>
              <ChevronRightIcon className="shrink-0 text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
