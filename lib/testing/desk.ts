import type { Database } from '@/db/client';
import { beginConversation, handOver } from '@/lib/runtime/conversations/customer-message';
import type { Context } from '@/lib/services/context';
import { actorOf } from './actors';
import { makeAccount, type TestAccount } from './factories';

/** An account with its people at work: admin, lead and agent (of `support` alone). */
export interface Desk {
  readonly account: TestAccount;
  readonly ada: Context;
  readonly lea: Context;
  readonly amin: Context;
  /** A customer's request on the web channel: begins the conversation and queues it. */
  request(id: string, more?: { customer?: string; text?: string; group?: string }): Promise<void>;
}

export async function makeDesk(db: Database): Promise<Desk> {
  const account = await makeAccount(db);
  const { accountId } = account;
  return {
    account,
    ada: { db, actor: actorOf(account, 'admin') },
    lea: { db, actor: actorOf(account, 'lead') },
    amin: { db, actor: actorOf(account, 'agent') },
    async request(id, { customer = `u-${id}`, text = 'Help please', group } = {}) {
      const beginning = { channel: 'web', conversation: { id }, customer: { id: customer, name: `Zoë ${customer}` } };
      await beginConversation(db, accountId, beginning, 'bot');
      await handOver(db, accountId, id, { message: { id: `m-${id}`, text }, ...(group !== undefined && { group }) });
    },
  };
}
