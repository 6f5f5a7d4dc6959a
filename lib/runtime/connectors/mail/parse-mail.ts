import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { isAutomatic } from './automatic';
import { readBounce } from './bounce';
import { foldQuotes } from './fold-quotes';
import type { IncomingMail, MailAddress, MailFile } from './incoming-mail';
import { idsIn } from './message-ids';
import { safeHtml, textOfHtml } from './safe-html';

/** Of messages and what they quote, as everywhere else. */
const LONGEST_TEXT = 20_000;
const LONGEST_SUBJECT = 1_000;

/** It has no sender that could be answered. */
export class NoSender extends Error {
  override readonly name = 'NoSender';
}

/** Reads a mail as it came from the server. @throws NoSender, and what the parser refuses (nesting, size of headers) */
export async function parseMail(raw: Uint8Array): Promise<IncomingMail> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  const from = senderOf(email);
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
  const text = clean(email.text ?? (email.html === undefined ? '' : textOfHtml(email.html)));
  const folded = foldQuotes(text);
  const bounce = readBounce(email.attachments.map((each) => ({ type: each.mimeType, text: textIn(each) })));
  return {
    messageId: idsIn(email.messageId).at(0) ?? null,
    references: [...new Set([...idsIn(email.references), ...idsIn(email.inReplyTo)])],
    from,
    replyTo: replyToOf(email, from),
    recipients: [...addressesIn(email.to), ...addressesIn(email.cc)],
    subject: clean(email.subject ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, LONGEST_SUBJECT),
    text: folded.text.slice(0, LONGEST_TEXT),
    quoted: folded.quoted?.slice(0, LONGEST_TEXT) ?? null,
    html: safeHtml(email.html === undefined ? undefined : clean(email.html)),
    attachments: email.attachments.filter((each) => isFile(each, bounce !== null)).map(fileOf),
    automatic:
      bounce !== null ||
      isAutomatic(
        header,
        from.address,
        email.headers.map(({ key }) => key),
      ),
    bounce,
    headers: kept(email),
  };
}

function senderOf(email: Email): MailAddress {
  const from = first([email.from, email.sender]);
  if (!from) throw new NoSender('no_sender');
  return from;
}

/** Contact forms write in somebody's name: the answer goes where the mail asks for it. */
function replyToOf(email: Email, from: MailAddress): MailAddress | null {
  const asked = first(email.replyTo ?? []);
  return asked && asked.address !== from.address ? { ...asked, name: asked.name ?? from.name } : null;
}

function first(addresses: readonly (Address | undefined)[]): MailAddress | undefined {
  const found = addresses.flatMap((each) => (each ? mailboxes(each) : [])).find(({ address }) => isAddress(address));
  if (!found) return undefined;
  const name = clean(found.name).trim().slice(0, 200);
  return { name: name === '' ? null : name, address: clean(found.address).toLowerCase() };
}

function isAddress(address: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 320;
}

function mailboxes(address: Address): readonly { name: string; address: string }[] {
  return address.group ?? [address];
}

function addressesIn(list: readonly Address[] | undefined): string[] {
  return (list ?? []).flatMap(mailboxes).flatMap(({ address }) => (address ? [clean(address).toLowerCase()] : []));
}

/** Pictures inside the text are files too; the parts of a report are not. */
function isFile({ mimeType }: Attachment, isReport: boolean): boolean {
  return !isReport || !/^message\/|^text\/rfc822/.test(mimeType);
}

function fileOf(attachment: Attachment): MailFile {
  const { filename, mimeType, content } = attachment;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const fallback = mimeType === 'message/rfc822' ? 'mail.eml' : 'file';
  return { name: clean(filename ?? '') || fallback, type: mimeType, bytes };
}

function textIn({ mimeType, content }: Attachment): string {
  if (!/^message\/|^text\/rfc822/.test(mimeType)) return '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const KEPT = new Set([
  ...['from', 'to', 'cc', 'reply-to', 'date', 'message-id', 'in-reply-to', 'references', 'return-path', 'subject'],
  ...['auto-submitted', 'precedence', 'x-auto-response-suppress', 'list-id', 'content-language'],
]);

function kept({ headers }: Email): Record<string, string> {
  const found = headers.filter(({ key }) => KEPT.has(key));
  return Object.fromEntries(found.map(({ key, value }) => [key, clean(value).slice(0, 2_000)]));
}

/** The database keeps neither U+0000 nor lone surrogates. */
function clean(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
