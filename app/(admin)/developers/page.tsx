import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TokenList } from '@/components/developers/token-list';
import { EmptyState } from '@/components/ui/empty-state';
import { requireSession } from '@/lib/auth/current-actor';
import { may } from '@/lib/services/permit';
import { listTokens } from '@/lib/services/tokens/read';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return { title: t('tabs.tokens') };
}

export default async function TokensPage() {
  const context = await requireSession();
  const t = await getTranslations('developers');
  if (!may(context.actor, 'tokens.manage')) return <EmptyState title={t('forbidden')} />;
  return <TokenList initial={await listTokens(context, { page: 1, pageSize: 200 })} />;
}
