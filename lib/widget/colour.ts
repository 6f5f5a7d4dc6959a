/** The channel's colour made readable. Ratios and luminance as WCAG 2.2 defines them. */
export type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
/** Text on light colours, as `ink` of the interface. */
const ink: Rgb = [22, 24, 29];
const black: Rgb = [0, 0, 0];
const darkSurface: Rgb = [29, 32, 37];
/** Contrast of text that WCAG AA asks for, and what rounding to whole channels may take away. */
const enough = 4.55;
const fallback: Rgb = [35, 88, 216];

export type Palette = Readonly<Record<'brand' | 'onBrand' | 'brandInk', string>>;

/** Colours of one theme from `#rrggbb` (another text: the default blue) as CSS writes them. `brandInk` is the colour as text on the surface. */
export function palette(colour: string | null | undefined, dark: boolean): Palette {
  const brand = parse(colour) ?? fallback;
  const surface = dark ? darkSurface : white;
  // The softest ground that the style sheet makes of the colour.
  const grounds = [surface, mix(surface, brand, 0.12)];
  const towards = dark ? white : black;
  let brandInk = brand;
  for (let step = 1; grounds.some((ground) => contrast(brandInk, ground) < enough); step++) {
    brandInk = mix(brand, towards, step / 20);
  }
  const onBrand = [white, ink, black].find((text) => contrast(brand, text) >= enough) ?? black;
  return { brand: css(brand), onBrand: css(onBrand), brandInk: css(brandInk) };
}

/** 1 to 21. */
export function contrast(first: Rgb, second: Rgb): number {
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

function parse(colour: string | null | undefined): Rgb | undefined {
  if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) return undefined;
  const at = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function css(colour: Rgb): string {
  return `rgb(${colour.map(Math.round)})`;
}
