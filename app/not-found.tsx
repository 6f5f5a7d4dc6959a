import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

export default async function NotFound() {
  const t = await getTranslations('errors.page');
  return (
    <main className="min-h-dvh bg-surface">
      <EmptyState
        level={1}
        title={t('notFound')}
        text={t('notFoundText')}
        actions={<ButtonLink href="/">{t('home')}</ButtonLink>}
      />
    </main>
  );
}
