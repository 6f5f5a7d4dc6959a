'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, CloseIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { suggestOrigin } from './suggest-origin';

interface OriginFieldsProps {
  origins: readonly string[];
  onChange: (origins: readonly string[]) => void;
  errorAt: (index: number) => string | undefined;
  readOnly: boolean;
}

/** Sites that may show the widget, one field each, with a remedy for what is none. */
export function OriginFields({ origins, onChange, errorAt, readOnly }: OriginFieldsProps) {
  const t = useTranslations('channels.form');
  const last = useRef<HTMLInputElement>(null);
  const added = useRef(false);
  const put = (index: number, site: string) => onChange(origins.map((each, n) => (n === index ? site : each)));
  useEffect(() => {
    if (added.current) last.current?.focus();
    added.current = false;
  });
  return (
    <div className="grid gap-3">
      {origins.map((site, index) => {
        const suggestion = suggestOrigin(site);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: sites have no identity but their place
          <div key={index}>
            <Field label={t('siteNumber', { number: index + 1 })} hideLabel error={errorAt(index)}>
              <div className="flex items-center gap-2">
                <Input
                  ref={index === origins.length - 1 ? last : undefined}
                  mono
                  inputMode="url"
                  placeholder="https://shop.example.com"
                  value={site}
                  readOnly={readOnly}
                  onChange={(event) => put(index, event.target.value)}
                />
                {readOnly ? null : (
                  <IconButton
                    label={t('removeSite', { site: site || String(index + 1) })}
                    size="sm"
                    icon={<CloseIcon />}
                    onClick={() => onChange(origins.filter((_, n) => n !== index))}
                  />
                )}
              </div>
            </Field>
            {suggestion ? (
              <Button size="sm" variant="quiet" className="mt-1" onClick={() => put(index, suggestion)}>
                {t('useSite', { site: suggestion })}
              </Button>
            ) : null}
          </div>
        );
      })}
      <p className="text-xs text-ink-3">{t(origins.length === 0 ? 'anySite' : 'sitesHint')}</p>
      {readOnly ? null : (
        <div>
          <Button
            size="sm"
            icon={<AddIcon className="size-3.5" />}
            onClick={() => {
              added.current = true;
              onChange([...origins, '']);
            }}
          >
            {t('addSite')}
          </Button>
        </div>
      )}
    </div>
  );
}
