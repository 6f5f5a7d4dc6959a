/** A message as the HTML of a mail: paragraphs, lines and links, nothing else. Colours are left to the reader's program. */
export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((each) => `<p style="margin:0 0 1em">${linesOf(each)}</p>`).join('\n');
  return `<!doctype html>\n<html><body style="font-family:sans-serif;font-size:15px;line-height:1.5">\n${body}\n</body></html>`;
}

function linesOf(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) =>
      line
        .split(/(https?:\/\/[^\s<>"']+)/)
        .map(partOf)
        .join(''),
    )
    .join('<br>\n');
}

/** Every second part is an address; what follows a sentence is not part of it. */
function partOf(part: string, index: number): string {
  if (index % 2 === 0) return escaped(part);
  const end = /[.,;:!?)\]]+$/.exec(part)?.[0] ?? '';
  const url = escaped(part.slice(0, part.length - end.length));
  return `<a href="${url}">${url}</a>${escaped(end)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
