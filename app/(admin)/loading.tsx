import { getTranslations } from 'next-intl/server';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default async function Loading() {
  const t = await getTranslations('ui');
  return (
    <>
      <div className="flex h-(--size-header) items-center border-b border-line px-5">
        <Skeleton width={160} />
      </div>
      <div className="flex h-12 items-center border-b border-line px-5">
        <Skeleton width={280} />
      </div>
      <SkeletonRows label={t('loading')} />
    </>
  );
}
