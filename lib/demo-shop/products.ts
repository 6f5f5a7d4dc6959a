import type { Frame } from './bike';

/** What the shop sells; names are brands, texts are in the messages (`demo.products.<slug>`). */
export type Product = {
  slug: 'vinter-3' | 'strand-e-2' | 'bera' | 'grus' | 'ronda' | 'piko-20';
  name: string;
  /** Whole euros. */
  price: number;
  colour: string;
  frame: Frame;
  sizes: readonly string[];
  /** How many are in the shop; few are told. */
  stock: number;
};

export const products: readonly Product[] = [
  {
    ...{ slug: 'vinter-3', name: 'Vinter 3', price: 1490, colour: '#1f5a43', frame: 'diamond' },
    ...{ sizes: ['52', '54', '56', '58'], stock: 9 },
  },
  {
    ...{ slug: 'strand-e-2', name: 'Strand E 2', price: 2790, colour: '#b4532a', frame: 'step-through' },
    ...{ sizes: ['S', 'M', 'L'], stock: 6 },
  },
  { ...{ slug: 'bera', name: 'Bera', price: 4150, colour: '#2d4a6b', frame: 'longtail' }, sizes: ['M/L'], stock: 4 },
  {
    ...{ slug: 'grus', name: 'Grus', price: 1980, colour: '#8a7a2c', frame: 'drop-bar' },
    ...{ sizes: ['50', '53', '56'], stock: 3 },
  },
  {
    ...{ slug: 'ronda', name: 'Ronda', price: 890, colour: '#7c4a68', frame: 'step-through' },
    ...{ sizes: ['S', 'M'], stock: 12 },
  },
  { ...{ slug: 'piko-20', name: 'Piko 20', price: 429, colour: '#c07f16', frame: 'small' }, sizes: ['20″'], stock: 2 },
];

export function productOf(slug: string | undefined): Product | undefined {
  return products.find((product) => product.slug === slug);
}
