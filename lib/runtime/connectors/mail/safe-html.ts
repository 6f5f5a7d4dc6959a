import sanitizeHtml from 'sanitize-html';

/** Longer ones are kept as text alone. */
const LONGEST = 1_000_000;

/**
 * HTML of a mail as it may be shown: no scripts, forms, styles that reach out, or anything that is loaded from
 * elsewhere, since loading tells the sender who reads. It is shown in a sandboxed frame besides. Null when it is too
 * long or empty.
 */
export function safeHtml(html: string | undefined): string | null {
  if (html === undefined || html.length > LONGEST) return null;
  const safe = sanitizeHtml(html, OPTIONS).trim();
  return safe === '' ? null : safe;
}

const COLOUR = [/^#[0-9a-f]{3,8}$/i, /^[a-z]{3,20}$/i, /^rgba?\([\d\s.,%]{3,40}\)$/i];
const LENGTH = [/^\d{1,3}(?:\.\d+)?(?:px|pt|em|rem|%)$/];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'center', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em'],
    ...['font', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'ins', 'li', 'ol', 'p', 'pre', 's', 'small', 'span'],
    ...['strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul'],
  ],
  allowedAttributes: {
    '*': ['dir', 'lang', 'align', 'style'],
    a: ['href', 'title', 'rel', 'target'],
    td: ['colspan', 'rowspan', 'width', 'valign'],
    th: ['colspan', 'rowspan', 'width', 'valign'],
    table: ['width', 'cellpadding', 'cellspacing', 'border'],
    font: ['color'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  allowedStyles: {
    '*': {
      color: COLOUR,
      'background-color': COLOUR,
      'font-weight': [/^(?:bold|normal|\d{3})$/],
      'font-style': [/^(?:italic|normal)$/],
      'text-align': [/^(?:left|right|center|justify)$/],
      'text-decoration': [/^(?:underline|line-through|none)$/],
      'padding-left': LENGTH,
      'margin-left': LENGTH,
    },
  },
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }) },
  // Their text is no text for readers.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'xmp'],
  nestingLimit: 100,
};

const BLOCKS = ['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'hr', 'ul', 'ol', 'table'];
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The text of a mail that has no plain one. Quotes are marked as they are in plain text: `> `. */
export function textOfHtml(html: string): string {
  const blocks = sanitizeHtml(html.slice(0, LONGEST), {
    allowedTags: [...BLOCKS, 'blockquote'],
    allowedAttributes: {},
    transformTags: { '*': asQuote },
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'xmp'],
  });
  const lines: { text: string; depth: number }[] = [{ text: '', depth: 0 }];
  let depth = 0;
  for (const part of blocks.replace(/[ \t\r\n]+/g, ' ').split(/(<[^>]*>)/)) {
    if (part.startsWith('<')) {
      if (part === '<blockquote>') depth += 1;
      if (part === '</blockquote>') depth -= 1;
      if (lines.at(-1)?.text.trim() !== '' || part.startsWith('<br')) lines.push({ text: '', depth });
      else lines[lines.length - 1] = { text: '', depth };
    } else if (part.trim() !== '') {
      const last = lines.at(-1);
      if (last) last.text += part.replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
    }
  }
  return lines
    .map(({ text, depth: level }) => `${'> '.repeat(level)}${text.trim()}`)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Mail programs wrap what they quote in boxes with names of their own. */
function asQuote(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
  const quotes = /\b(gmail_quote|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|protonmail_quote)\b/.test(names);
  return { tagName: quotes ? 'blockquote' : tagName, attribs: {} };
}
