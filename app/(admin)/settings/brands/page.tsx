import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BrandList } from '@/components/organisation/brand-list';
import { requireSession } from '@/lib/auth/current-actor';
import { listBrands } from '@/lib/services/brands/read';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('tabs.brands') };
}

export default async function BrandsPage() {
  const context = await requireSession();
  const brands = await listBrands(context, { page: 1, pageSize: 200 });
  return <BrandList initial={brands} manage={may(context.actor, 'organisation.write')} />;
}
