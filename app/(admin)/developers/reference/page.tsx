import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EndpointReference } from '@/components/developers/endpoint-reference';
import { requireSession } from '@/lib/auth/current-actor';
import { endpoints } from '@/lib/contracts/endpoints';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return { title: t('tabs.reference') };
}

export default async function ReferencePage() {
  await requireSession();
  const described = endpoints.map(({ method, path, tag, summary, description, example, errors }) => ({
    ...{ method, path, tag, summary, description, errors },
    example: example === undefined ? undefined : JSON.stringify(example, null, 2),
  }));
  return <EndpointReference endpoints={described} />;
}
