/**
 * Whether a mail was written by a machine or asks machines for silence (RFC 3834, and the headers that servers and
 * lists set besides). Whoever answers such a mail by a rule risks a loop.
 */
type HeaderOf = (name: string) => string | undefined;

export function isAutomatic(header: HeaderOf, from: string, headerNames: readonly string[]): boolean {
  const submitted = keyword(header('auto-submitted'));
  if (submitted !== '' && submitted !== 'no') return true;
  if (['bulk', 'junk', 'list', 'auto_reply'].includes(keyword(header('precedence')))) return true;
  if (suppresses(header('x-auto-response-suppress'))) return true;
  if (headerNames.some((name) => name.startsWith('list-') || RESPONDERS.has(name))) return true;
  return header('return-path')?.replace(/\s/g, '') === '<>' || /^(mailer-daemon|postmaster)@/i.test(from);
}

/** Their mere presence says it. */
const RESPONDERS = new Set([
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply-from',
  'x-mail-autoreply',
]);

/** The value without parameters and comments. */
function keyword(value: string | undefined): string {
  return (value ?? '')
    .replace(/[;(].*$/s, '')
    .trim()
    .toLowerCase();
}

/** Exchange lists what it does not want; delivery and read receipts are not what we send. */
function suppresses(value: string | undefined): boolean {
  return (value ?? '').split(',').some((each) => ['all', 'autoreply', 'oof'].includes(each.trim().toLowerCase()));
}
