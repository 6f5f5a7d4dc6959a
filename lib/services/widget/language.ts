/** What a customer reads: JWT or API > `lang` of the page > browser > channel. */
export interface Languages {
  /** Of an identified customer, by JWT or API. */
  readonly known: string | null;
  readonly page?: string | null;
  readonly browser?: string | null;
}

/** What is told of the customer's language, in BCP 47; null when nothing is. */
export function reportedLanguage({ known, page, browser }: Languages): string | null {
  const tag = known || page || browser || null;
  return tag === null ? null : tag.replaceAll('_', '-');
}

/** The language of the widget's own words: one that it has. */
export function wordsLanguage(reported: string | null, channel: 'en' | 'fr'): 'en' | 'fr' {
  const base = reported?.toLowerCase().split('-')[0];
  return base === 'en' || base === 'fr' ? base : channel;
}
