import { getTranslations } from 'next-intl/server';
import { Skeleton } from '@/components/ui/skeleton';

export default async function Loading() {
  const t = await getTranslations('ui');
  return (
    <div role="status" aria-label={t('loading')}>
      <div className="flex h-(--size-header) items-center border-b border-line px-5">
        <Skeleton width={260} />
      </div>
      <div className="grid max-w-240 gap-3.5 px-5 py-4">
        <div className="flex gap-8 py-2">
          {[64, 110, 150, 72, 90].map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
        {[6, 4].map((rows) => (
          <div key={rows} className="rounded-md border border-line">
            {Array.from({ length: rows }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
              <div key={row} className="flex h-[37px] items-center gap-6 border-b border-line px-4 last:border-b-0">
                <Skeleton width={`${30 - ((row * 7) % 12)}%`} />
                <Skeleton width={64} className="ml-auto" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
