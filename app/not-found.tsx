import { getTranslations } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';

/** Its link loads the page anew: every page carries this one along, and so it brings no code of its own. */
export default async function NotFound() {
  const t = await getTranslations('errors.page');
  return (
    <main className="min-h-dvh bg-surface">
      <EmptyState
        level={1}
        title={t('notFound')}
        text={t('notFoundText')}
        actions={
          <a href="/" className={buttonClass({})}>
            {t('home')}
          </a>
        }
      />
    </main>
  );
}
