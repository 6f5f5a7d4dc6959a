import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type TicketsChange, type TicketsChanged, ticketsChange } from '@/lib/contracts/ticket';
import type { Context } from '@/lib/services/context';
import { permit } from '@/lib/services/permit';
import type { IngestOptions } from '../ingest/ingest';
import { changeTicket } from './change-ticket';
import { onConversation } from './command';

/** Callers at the same time share transactions; so many wait for one another here. */
const AT_ONCE = 25;

/**
 * The same change by hand to several tickets, each by itself: a refusal stops none of the others.
 * @throws AppError `forbidden`, `invalid` for what no ticket could take
 */
export async function changeTickets(
  context: Context,
  input: TicketsChange,
  options: IngestOptions = {},
): Promise<TicketsChanged> {
  permit(context.actor, 'conversations.write');
  const { ids, change, addTags = [], removeTags = [] } = parse(ticketsChange, input);
  const refused = new Map<string, string>();
  const one = async (id: string) => {
    try {
      if (change) await changeTicket(context, id, change, options);
      if (addTags.length + removeTags.length > 0) {
        await onConversation(context, id, { verb: 'change_tags', add: addTags, remove: removeTags }, options);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // What is wrong with the change itself is wrong with it for every ticket.
      if (error.code === 'invalid') throw error;
      refused.set(id, String(error.params.reason ?? error.code));
    }
  };
  const each = [...new Set(ids)];
  for (let from = 0; from < each.length; from += AT_ONCE) {
    await Promise.all(each.slice(from, from + AT_ONCE).map(one));
  }
  return {
    done: each.filter((id) => !refused.has(id)),
    failed: [...refused].map(([id, code]) => ({ id, code })),
  };
}
