'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useFormats } from '@/lib/i18n/use-formats';
import { contrast, palette, type Rgb } from '@/lib/widget/colour';

/** Contrast that marks without text need against what surrounds them. */
const VISIBLE = 3;
/** What the widget is drawn in when no colour is chosen. */
const USUAL = '#2358d8';
const white: Rgb = [255, 255, 255];

interface ColourFieldProps {
  value: string;
  onChange: (colour: string) => void;
  error: string | undefined;
  readOnly: boolean;
}

/** The brand's colour, by eye or by number, and how text on it will read. */
export function ColourField({ value, onChange, error, readOnly }: ColourFieldProps) {
  const t = useTranslations('channels.form');
  const formats = useFormats();
  const typed = value.trim();
  const chosen = /^#[0-9a-f]{6}$/i.test(typed) ? typed : USUAL;
  const { brand, onBrand } = palette(chosen, false);
  const [ground, text] = [rgb(brand), rgb(onBrand)];
  const ratio = (one: Rgb, other: Rgb) => formats.number(Math.floor(contrast(one, other) * 10) / 10);
  const light = contrast(text, white) === 1;
  return (
    <div className="grid gap-2">
      <Field label={t('colour')} hint={t('colourHint')} error={error}>
        <Input
          mono
          value={value}
          placeholder={USUAL}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
          boxClassName="w-44!"
          lead={
            <input
              type="color"
              aria-label={t('chooseColour')}
              value={chosen}
              disabled={readOnly}
              onChange={(event) => onChange(event.target.value)}
              className="size-5 cursor-pointer rounded-xs border border-edge bg-transparent p-0 [&::-webkit-color-swatch-wrapper]:p-0 [&::-webkit-color-swatch]:rounded-[3px] [&::-webkit-color-swatch]:border-0"
            />
          }
        />
      </Field>
      {typed === '' || typed === chosen ? (
        <p role="status" className="flex items-center gap-2 text-xs text-ink-2">
          <span
            aria-hidden="true"
            className="grid h-6 w-10 shrink-0 place-items-center rounded-xs border border-line font-semibold"
            style={{ background: brand, color: onBrand }}
          >
            Aa
          </span>
          <span>
            {light
              ? t('whiteText', { ratio: ratio(ground, white) })
              : t('darkText', { white: ratio(ground, white), ratio: ratio(ground, text) })}
            {contrast(ground, white) < VISIBLE ? ` ${t('faint')}` : null}
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** Of `rgb(1,2,3)`, as the palette writes colours. */
function rgb(css: string): Rgb {
  const [red = 0, green = 0, blue = 0] = css.match(/\d+/g)?.map(Number) ?? [];
  return [red, green, blue];
}
