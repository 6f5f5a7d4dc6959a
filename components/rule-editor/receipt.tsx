'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import type { Json } from '@/lib/engine/value';

/** What went to another side and what it answered, closed until asked for. */
export function Receipt({ value }: { value: Json }) {
  const t = useTranslations('firings');
  return (
    <details className="mt-1.5">
      <summary className="cursor-pointer text-xs text-ink-3">{t('receipt')}</summary>
      <div className="mt-1">
        <CodeBlock title={t('receipt')} code={readable(value)} copyLabel={t('copyReceipt')} wrap />
      </div>
    </details>
  );
}

/** Names and values one below the other; texts with their line breaks as they are. */
function readable(value: Json, indent = ''): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map((each) => readable(each, indent)).join(', ');
  const lines = Object.entries(value).map(([name, inner]) => {
    const nested = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    const long = typeof inner === 'string' && inner.length > 60;
    return `${indent}${name}:${nested || long ? '\n' : ' '}${readable(inner ?? null, nested ? `${indent}  ` : indent)}`;
  });
  return lines.join('\n');
}
