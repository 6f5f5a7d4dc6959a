import { OCCASIONS, type Occasion } from '../definition';
import { type Happened, NOTHING_HAPPENED } from './ticket-state';

/** What a ticket shows of itself, of which something may have just happened. */
export interface Shown {
  readonly createdBy: 'customer' | 'employee';
  /** The customer's last message. */
  readonly text: string | null;
  readonly isFirst: boolean;
  readonly tags: readonly string[];
  readonly status: string;
}

/** What one can suppose of a ticket: one of the occasions, or that nothing happened but time. */
export const SUPPOSED = [...OCCASIONS, 'nothing'] as const;

/** What would have happened on an occasion; without one everything that the ticket shows, at once. */
export function happenedOn(occasion: Occasion | 'nothing' | undefined, shown: Shown): Happened {
  const { createdBy, text, isFirst, tags, status } = shown;
  const everything: Happened = {
    ...{ newTicket: createdBy, message: text, firstMessage: isFirst },
    ...{ returnCreated: false, tagsAdded: tags, statusSet: status },
  };
  switch (occasion) {
    case undefined:
      return everything;
    case 'ticket_with_message':
      return { ...NOTHING_HAPPENED, newTicket: 'customer', message: text ?? '', firstMessage: true };
    case 'ticket_by_customer':
      return { ...NOTHING_HAPPENED, newTicket: 'customer' };
    case 'ticket_by_employee':
      return { ...NOTHING_HAPPENED, newTicket: 'employee' };
    case 'ticket_by_return':
      return { ...NOTHING_HAPPENED, newTicket: 'customer', returnCreated: true };
    case 'message':
      return { ...NOTHING_HAPPENED, message: text ?? '', firstMessage: isFirst };
    case 'return':
      return { ...NOTHING_HAPPENED, returnCreated: true };
    case 'tag':
      return { ...NOTHING_HAPPENED, tagsAdded: tags };
    case 'status':
      return { ...NOTHING_HAPPENED, statusSet: status };
    case 'nothing':
      return NOTHING_HAPPENED;
  }
}
