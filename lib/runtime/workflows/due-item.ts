import { type Item, ownItem } from '../ingest/item';

/** A ticket of which a workflow's time has come, or to which it is applied. */
export interface DueTicket {
  readonly key: string;
  readonly rule: string;
  /** The caller's id of its conversation, and that conversation's channel. */
  readonly extId: string;
  readonly channelKey: string;
  readonly byHand?: true;
}

/** The entry by which it goes through ingest; once under its key, whoever sends it. */
export function dueItem({ key, rule, extId, channelKey, byHand }: DueTicket): Item {
  return ownItem({
    key,
    same: SAME,
    occurredAt: null,
    channel: channelKey,
    conversation: { id: extId },
    customer: null,
    what: { kind: 'event', event: { type: 'ticket_due', rule, ...(byHand && { byHand }) } },
    payload: { rule, ...(byHand && { byHand }) },
  });
}

const SAME = { type: 'ticket_due' };

/** The hash of every such entry. */
export const DUE_HASH = ownItem({
  ...{ same: SAME, occurredAt: null, channel: undefined, conversation: null, customer: null, payload: {} },
  what: { kind: 'event', event: { type: 'ticket_due', rule: '' } },
}).hash;
