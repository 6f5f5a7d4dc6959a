import EmailReplyParser from 'email-reply-parser';

/** Longer texts are not taken apart: the patterns are not meant for them. */
const LONGEST = 100_000;

/** Parts what the sender wrote from what they quote, and from their signature below it. */
export function foldQuotes(text: string): { text: string; quoted: string | null } {
  const whole = text.replaceAll('\r\n', '\n').trim();
  if (whole === '' || whole.length > LONGEST) return { text: whole, quoted: null };
  const fragments = new EmailReplyParser().read(whole).getFragments();
  const first = fragments.findIndex((fragment) => fragment.isHidden());
  // Answers between the lines of a quote, and mails that are nothing but a quote, are shown whole.
  const below = first >= 0 && fragments.slice(first).every((each) => each.isHidden() || each.isEmpty());
  const shown = joined(fragments.slice(0, first));
  if (!below || shown === '') return { text: whole, quoted: null };
  const folded = joined(fragments.slice(first));
  return { text: shown, quoted: folded === '' ? null : folded };
}

function joined(fragments: readonly { getContent(): string }[]): string {
  return fragments
    .map((fragment) => fragment.getContent())
    .join('\n')
    .trim();
}
