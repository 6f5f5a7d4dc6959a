/** A text cut into plain pieces and links. Only http, https and mail addresses ever become links. */
export type Piece = { text: string; href?: string };

const address = /\bhttps?:\/\/[^\s<>"']+|\bwww\.[^\s<>"']+\.[^\s<>"']+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { 0: match, index } of text.matchAll(address)) {
    const link = withoutTail(match);
    const href = target(link);
    if (!href) continue;
    if (index > at) found.push({ text: text.slice(at, index) });
    found.push({ text: link, href });
    at = index + link.length;
  }
  if (at < text.length) found.push({ text: text.slice(at) });
  return found;
}

/** Punctuation that ends the sentence is not part of the address; a bracket is when it was opened inside. */
function withoutTail(link: string): string {
  let end = link;
  for (;;) {
    const last = end.at(-1) ?? '';
    const closes = last === ')' && end.split(')').length > end.split('(').length;
    if (!closes && !/[.,;:!?*_~'’»…\]}]/.test(last)) return end;
    end = end.slice(0, -1);
  }
}

function target(link: string): string | undefined {
  const href = /^https?:/i.test(link) ? link : /^www\./i.test(link) ? `https://${link}` : `mailto:${link}`;
  return URL.canParse(href) ? href : undefined;
}
