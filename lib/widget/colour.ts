/** The channel's colour made readable. Ratios and luminance as WCAG 2.2 defines them. */
type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
/** Text on light colours, as `ink` of the interface. */
const ink: Rgb = [22, 24, 29];
const darkSurface: Rgb = [29, 32, 37];
/** Contrast of text that WCAG AA asks for. */
const enough = 4.5;
const fallback: Rgb = [35, 88, 216];

export type Palette = Readonly<Record<'brand' | 'onBrand' | 'brandInk' | 'brandSoft', string>>;

/** Colours of one theme from `#rrggbb` (another text: the default blue). `brandInk` is the colour as text on the surface. */
export function palette(colour: string | null | undefined, dark: boolean): Palette {
  const brand = parse(colour) ?? fallback;
  const surface = dark ? darkSurface : white;
  const soft = mix(surface, brand, dark ? 0.22 : 0.1);
  return {
    brand: css(brand),
    onBrand: css(contrast(brand, white) >= enough ? white : contrast(brand, ink) >= enough ? ink : [0, 0, 0]),
    // Readable on the soft ground too, which stands nearest to it.
    brandInk: css(readableOn(soft, readableOn(surface, brand, dark ? white : ink), dark ? white : ink)),
    brandSoft: css(soft),
  };
}

/** Contrast of two `#rrggbb` colours, 1 to 21. */
export function contrastOf(first: string, second: string): number {
  return contrast(parse(first) ?? white, parse(second) ?? white);
}

function readableOn(surface: Rgb, colour: Rgb, towards: Rgb): Rgb {
  for (let step = 0; step < 20; step++) {
    const candidate = rounded(mix(colour, towards, step / 20));
    if (contrast(candidate, surface) >= enough) return candidate;
  }
  return towards;
}

function contrast(first: Rgb, second: Rgb): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function mix([r, g, b]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb {
  const between = (a: number, z: number) => a + (z - a) * share;
  return [between(r, r2), between(g, g2), between(b, b2)];
}

function rounded([r, g, b]: Rgb): Rgb {
  return [Math.round(r), Math.round(g), Math.round(b)];
}

function parse(colour: string | null | undefined): Rgb | undefined {
  if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) return undefined;
  const at = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function css(colour: Rgb): string {
  return `#${rounded(colour)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}
