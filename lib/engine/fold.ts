/**
 * Unicode simple case folding of a text, code point by code point, so that lengths of code points never change
 * (full folding would turn ß into ss). JavaScript has no folding; what differs from `toLowerCase` is listed.
 */
export function fold(text: string): string {
  if (text !== last) {
    lastFolded = foldAnew(text);
    last = text;
  }
  return lastFolded;
}

// Many conditions ask about one text in turn.
let last = '';
let lastFolded = '';

function foldAnew(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** Characters whose simple folding is neither their lower case nor that of their upper case. */
const EXCEPTIONS = new Map([
  ['\u0130', '\u0130'], // İ folds to itself without the Turkic rule
  ['\u0131', '\u0131'], // ı likewise
  ['\u1e9e', '\u00df'], // ẞ
]);

function foldCharacter(character: string): string {
  const exception = EXCEPTIONS.get(character);
  if (exception !== undefined) return exception;
  if (isCherokee(character)) return single(character.toUpperCase(), character);
  // By way of upper case: ſ, ς, K (kelvin) and the like meet their ordinary letters.
  return single(single(character.toUpperCase(), character).toLowerCase(), character);
}

/** Cherokee folds to upper case, which came first. */
function isCherokee(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x13f8 && code <= 0x13fd) || (code >= 0xab70 && code <= 0xabbf) || (code >= 0x13a0 && code <= 0x13f5);
}

/** A mapping that is one code point; others belong to full folding and are left out. */
function single(mapped: string, original: string): string {
  return [...mapped].length === 1 ? mapped : original;
}
