'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { SearchInput } from '@/components/ui/search-input';

export interface DescribedEndpoint {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly errors?: readonly string[];
  /** JSON. */
  readonly example?: string;
}

/** Every endpoint by section, searchable; the schemas are in the OpenAPI document. */
export function EndpointReference({ endpoints }: { endpoints: readonly DescribedEndpoint[] }) {
  const t = useTranslations('developers.reference');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = endpoints.filter(({ method, path, summary }) =>
    `${method} ${path} ${summary}`.toLowerCase().includes(wanted),
  );
  const sections = [...Map.groupBy(found, ({ tag }) => tag)];
  return (
    <div className="grid max-w-[880px] gap-5 p-5">
      <p className="text-ink-2">
        {t('intro')}{' '}
        <a className="link" href="/api/openapi.json">
          {t('openapi')}
        </a>
      </p>
      <SearchInput label={t('search')} placeholder={t('search')} value={search} onChange={setSearch} />
      {sections.map(([tag, items]) => (
        <section key={tag} aria-labelledby={`section-${tag}`}>
          <h2 id={`section-${tag}`} className="mb-1 font-semibold">
            {tag}
          </h2>
          <ul className="divide-y divide-line rounded-md border border-line">
            {items.map((endpoint) => (
              <EndpointLine key={`${endpoint.method} ${endpoint.path}`} endpoint={endpoint} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function EndpointLine({ endpoint }: { endpoint: DescribedEndpoint }) {
  const t = useTranslations('developers.reference');
  const { method, path, summary, description, errors = [], example } = endpoint;
  return (
    <li className="px-3.5 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <code className="font-mono text-xs font-medium break-all">
          <span className="mr-2 inline-block w-12 text-ink-3">{method}</span>
          {path}
        </code>
        <span className="text-ink-2">{summary}</span>
      </div>
      {description ? <p className="mt-1 text-ink-3">{description}</p> : null}
      {errors.length > 0 ? <p className="mt-1 font-mono text-2xs text-ink-3">{errors.join(' · ')}</p> : null}
      {example ? (
        <details className="mt-1">
          <summary className="cursor-pointer text-xs text-ink-2">{t('example')}</summary>
          <div className="relative mt-1">
            <pre className="rounded-sm break-words whitespace-pre-wrap bg-surface-2 p-3 font-mono text-2xs">
              {example}
            </pre>
            <span className="absolute top-1 right-1">
              <CopyButton text={example} label={t('example')} size="xs" />
            </span>
          </div>
        </details>
      ) : null}
    </li>
  );
}
