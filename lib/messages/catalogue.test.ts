import { globSync, readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { messagesFor } from './catalogue';

const here = new URL('.', import.meta.url).pathname;
const en = flatten(messagesFor('en'));
const fr = flatten(messagesFor('fr'));

describe('catalogue', () => {
  test('every file of the folder is merged, under its own name', () => {
    for (const locale of ['en', 'fr'] as const) {
      const areas = readdirSync(`${here}/${locale}`).map((file) => file.replace('.json', ''));
      expect(Object.keys(messagesFor(locale)).sort()).toEqual(areas.sort());
    }
  });

  test('both languages have the same keys', () => {
    expect([...fr.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test('messages parse and take the same arguments in both languages', () => {
    const different = [...en]
      .filter(([key, text]) => argumentsOf(text) !== argumentsOf(fr.get(key) ?? ''))
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  test('French spaces do not break and apostrophes are curly', () => {
    const wrong = [...fr].filter(([, text]) =>
      /[ ](?=[:;?!%»])|«[ ]|[^\s\u00a0\u202f](?=[?!;»])|\p{L}'\p{L}/u.test(outsideArguments(text)),
    );
    expect(wrong).toEqual([]);
  });

  test('English writes curly quotes', () => {
    expect([...en].filter(([, text]) => /\p{L}'\p{L}|"/u.test(outsideArguments(text)))).toEqual([]);
  });

  test('literal keys in the code exist', () => {
    const missing = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: `${here}/../..` })
      .filter((file) => !/\.test\./.test(file))
      .flatMap((file) => missingKeys(readFileSync(`${here}/../../${file}`, 'utf8')).map((key) => `${file}: ${key}`));
    expect(missing).toEqual([]);
  });
});

/**
 * Keys of `t('…')` that no catalogue of the file's namespaces knows. Several translators in one file: a key has to
 * exist in one of them. Keys put together at run time are beyond this.
 */
function missingKeys(source: string): string[] {
  const namespaces = [...source.matchAll(/(?:use|get)Translations\('([\w.]+)'\)/g)].map((match) => match[1]);
  if (namespaces.length === 0) return [];
  return [...source.matchAll(/\bt(?:\.rich|\.raw|\.markup)?\('([\w.]+)'/g)]
    .map((match) => match[1] ?? '')
    .filter((key) => !namespaces.some((namespace) => en.has(`${namespace}.${key}`)));
}

/** Names and kinds of ICU arguments, e.g. "count:number name". Plural forms may differ. */
function argumentsOf(text: string): string {
  const names = new Set<string>();
  const visit = (nodes: readonly unknown[]) => {
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null || !('type' in node)) continue;
      if ('value' in node && typeof node.value === 'string' && node.type !== 0) names.add(node.value);
      if ('options' in node && typeof node.options === 'object' && node.options !== null) {
        for (const option of Object.values(node.options)) visit(option.value);
      }
      if ('children' in node && Array.isArray(node.children)) visit(node.children);
    }
  };
  visit(new IntlMessageFormat(text, 'en').getAst());
  return [...names].sort().join(' ');
}

/** The text without ICU braces and tags, whose syntax needs spaces and punctuation of its own. */
function outsideArguments(text: string): string {
  return text
    .replace(/\{(\w+)(, ?\w+)?\}/g, 'x')
    .replace(/\{\w+, ?(plural|select|selectordinal),/g, '')
    .replace(/https?:\/\/\S*|\{\{.*?\}\}/g, 'x')
    .replace(/<\/?\w+>/g, '');
}

function flatten(tree: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}
