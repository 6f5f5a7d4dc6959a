import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, palette, type Rgb } from './colour';

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc
  .tuple(channel, channel, channel)
  .map((all) => `#${all.map((one) => one.toString(16).padStart(2, '0')).join('')}`);
const surfaces = { light: [255, 255, 255], dark: [29, 32, 37] } as const;

function rgb(text: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

describe('palette', () => {
  it('makes every colour readable, in both themes', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom('light', 'dark'), (text, theme) => {
        const { brand, onBrand, brandInk } = palette(text, theme === 'dark');
        const [ground, surface] = [rgb(brand), surfaces[theme as 'light' | 'dark']];
        // As `color-mix(in srgb, var(--brand) 12%, var(--surface))` of the style sheet.
        const soft = ground.map((one, at) => one * 0.12 + (surface[at] ?? 0) * 0.88) as unknown as Rgb;
        expect(contrast(rgb(onBrand), ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(rgb(brandInk), surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(rgb(brandInk), soft)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves a colour alone that is readable, with white on it', () => {
    expect(palette('#1f5a43', false)).toEqual({
      brand: 'rgb(31,90,67)',
      onBrand: 'rgb(255,255,255)',
      brandInk: 'rgb(31,90,67)',
    });
  });

  it('writes ink on light colours', () => {
    expect(palette('#ffd400', false).onBrand).toBe('rgb(22,24,29)');
  });

  it('takes the default for anything that is not a colour', () => {
    expect(palette('red;}body{display:none', false)).toEqual(palette(null, false));
  });
});
