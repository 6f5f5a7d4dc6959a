import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WaitCard } from '@/components/organisation/wait-card';
import { requireSession } from '@/lib/auth/current-actor';
import { readWaits } from '@/lib/services/waits/read';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team');
  return { title: t('tabs.waits') };
}

export default async function WaitsPage() {
  const context = await requireSession();
  const [{ items }, t] = await Promise.all([readWaits(context), getTranslations('team.waits')]);
  return (
    <div className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-3 px-5 py-4 max-phone:px-4">
      <p className="max-w-180 text-ink-2">{t('intro')}</p>
      {[...items]
        // Groups that have something to show come first.
        .sort((a, b) => Number(b.seen.length > 0) - Number(a.seen.length > 0))
        .map((waits) => (
          <WaitCard key={waits.group.key} waits={waits} />
        ))}
    </div>
  );
}
