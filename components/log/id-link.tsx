'use client';

import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Link } from '@/components/ui/link';
import { isMadeId, shortId } from '@/components/ui/short-id';

/** A conversation by its id; one that was made is shortened, and copied whole. */
export function IdLink({ id, href }: { id: string; href: string }) {
  const t = useTranslations('ui');
  return (
    <span className="inline-flex items-center gap-1">
      <Link href={href} title={isMadeId(id) ? id : undefined} className="link">
        {shortId(id)}
      </Link>
      {isMadeId(id) ? <CopyButton text={id} label={t('copyId')} size="xs" /> : null}
    </span>
  );
}
