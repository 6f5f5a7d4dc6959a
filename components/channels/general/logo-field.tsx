'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, FieldError } from '@/components/ui/field';
import { ImportIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { uploadLogo } from '@/lib/client/channels';
import { problemText } from '@/lib/client/fetcher';
import { shrinkImage } from './shrink-image';

interface LogoFieldProps {
  channelId: string;
  brand: string;
  colour: { ground: string; ink: string };
  value: string;
  onChange: (logo: string) => void;
  error: string | undefined;
  readOnly: boolean;
}

/** A picture from this computer, made small here, or the address of one. */
export function LogoField({ channelId, brand, colour, value, onChange, error, readOnly }: LogoFieldProps) {
  const t = useTranslations('channels.form');
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const uploaded = value.startsWith('/');
  const upload = async (file: File) => {
    setBusy(true);
    setFailure(null);
    try {
      const small = await shrinkImage(file).catch(() => null);
      if (small === null) return setFailure(t('noPicture'));
      onChange((await uploadLogo(channelId, small)).logo);
    } catch (problem) {
      setFailure(problemText(problem, t('uploadFailed')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-2">
      <span className="text-xs font-medium text-ink-2">{t('logo')}</span>
      <div className="flex flex-wrap items-center gap-3">
        <span
          className="relative grid size-11 shrink-0 place-items-center overflow-hidden rounded-full text-lg font-semibold"
          style={{ background: colour.ground, color: colour.ink }}
        >
          <span aria-hidden="true">{brand.trim().charAt(0).toUpperCase()}</span>
          {value ? (
            // biome-ignore lint/performance/noImgElement: an address of anybody's, which Next may not fetch
            <img
              key={value}
              src={value}
              alt={t('logo')}
              onError={() => setFailure(t('logoUnreachable'))}
              className="absolute inset-0 size-full bg-white object-cover"
            />
          ) : null}
        </span>
        {readOnly ? null : (
          <>
            <input
              ref={chooser}
              type="file"
              accept="image/*"
              aria-label={t('uploadLogo')}
              tabIndex={-1}
              className="sr-only"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file) void upload(file);
              }}
            />
            <Button
              size="sm"
              icon={<ImportIcon className="size-3.5" />}
              busy={busy}
              onClick={() => chooser.current?.click()}
            >
              {t('uploadLogo')}
            </Button>
            {value ? (
              <Button
                size="sm"
                variant="quiet"
                onClick={() => {
                  setFailure(null);
                  onChange('');
                }}
              >
                {t('removeLogo')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {failure ? <FieldError>{failure}</FieldError> : null}
      {uploaded ? (
        <p className="text-xs text-ink-3">{t('logoUploaded')}</p>
      ) : (
        <Field label={t('logoAddress')} hint={t('logoHint')} error={error}>
          <Input
            mono
            inputMode="url"
            placeholder="https://shop.example.com/logo.png"
            value={value}
            readOnly={readOnly}
            onChange={(event) => {
              setFailure(null);
              onChange(event.target.value);
            }}
          />
        </Field>
      )}
    </div>
  );
}
