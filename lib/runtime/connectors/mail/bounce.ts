/** Reads delivery status notifications (RFC 3464): which of our mails did not arrive, for whom, and why. */
import type { Bounce, BouncedRecipient } from './incoming-mail';
import { idsIn } from './message-ids';

export interface ReportPart {
  readonly type: string;
  readonly text: string;
}

/** Null when the parts hold no report. */
export function readBounce(parts: readonly ReportPart[]): Bounce | null {
  const report = parts.find(
    ({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status',
  );
  if (!report) return null;
  // The first block is about the message, each further one about a recipient.
  const recipients = blocksOf(report.text).slice(1).flatMap(recipientOf);
  const original = parts.find(({ type }) => ORIGINALS.has(type));
  const fields = original && fieldsOf(headersOf(original.text));
  return { messageId: idsIn(fields?.get('message-id')).at(0) ?? null, recipients };
}

const ORIGINALS = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global-headers',
]);

function recipientOf(block: string): BouncedRecipient[] {
  const fields = fieldsOf(block);
  // `rfc822; zoe@example.org`
  const named = fields.get('original-recipient') ?? fields.get('final-recipient');
  if (named === undefined) return [];
  const action = fields.get('action')?.trim().toLowerCase();
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null;
  const diagnostic = afterType(fields.get('diagnostic-code') ?? '').slice(0, 500);
  return [
    {
      address: afterType(named).replace(/[<>]/g, '').toLowerCase(),
      action: action === 'failed' || action === 'delayed' ? action : 'other',
      status,
      diagnostic: diagnostic === '' ? null : diagnostic,
    },
  ];
}

function afterType(value: string): string {
  return value.slice(value.indexOf(';') + 1).trim();
}

function blocksOf(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .filter((block) => block.trim() !== '');
}

function headersOf(text: string): string {
  return blocksOf(text)[0] ?? '';
}

/** Header fields by name in lower case, folded lines joined; of several the first. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}
