/** Whether a language (BCP 47, any case) is the expected one or a variety of it: `fr` also meets `fr-CA`. */
export function meets(actual: string, expected: string): boolean {
  const tag = actual.toLowerCase().replaceAll('_', '-');
  const range = expected.toLowerCase().replaceAll('_', '-');
  return tag === range || tag.startsWith(`${range}-`);
}

/** All expected languages that a language meets, itself first: `fr-ca`, `fr`. */
export function varietiesOf(actual: string): string[] {
  const tag = actual.toLowerCase().replaceAll('_', '-');
  const varieties = [tag];
  for (let at = tag.lastIndexOf('-'); at >= 0; at = at === 0 ? -1 : tag.lastIndexOf('-', at - 1)) {
    varieties.push(tag.slice(0, at));
  }
  return varieties;
}

/** The text in the reader's language: the exact variety, then the language, then the plain text. */
export function textFor(
  language: string | null,
  plain: string,
  variants: Readonly<Record<string, string>> = {},
): string {
  if (language === null) return plain;
  const wanted = language.toLowerCase();
  const entries = Object.entries(variants).map(([tag, text]) => [tag.toLowerCase(), text] as const);
  const exact = entries.find(([tag]) => tag === wanted);
  const base = entries.find(([tag]) => tag === wanted.split('-')[0]);
  return (exact ?? base)?.[1] ?? plain;
}
