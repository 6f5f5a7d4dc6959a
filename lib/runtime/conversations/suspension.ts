import { accountLockShared } from '@/db/account-lock';
import { withRetry } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError, notFound } from '@/lib/contracts/app-error';
import type { Command } from '@/lib/engine/state/derive';
import { isSuspendedOn } from '@/lib/engine/state/records';
import { record } from '@/lib/services/changes/record';
import type { Context } from '@/lib/services/context';
import { findCustomer } from '@/lib/services/conversations/find';
import { permit } from '@/lib/services/permit';
import { tellHints } from '../hints';
import { runCommand } from './command';

interface CustomerRow extends Record<string, unknown> {
  extId: string;
  name: string | null;
  suspended: string | null;
}

/**
 * Keeps a customer out of messaging, or of all channels; running conversations there end, the customer is not told. New
 * requests wait in "Suspended tickets". @throws AppError `not_found`, `conflict`
 */
export async function suspendCustomer(
  context: Context,
  idOrKey: string,
  { scope = 'messaging', reason = '' }: { scope?: 'messaging' | 'all'; reason?: string },
): Promise<void> {
  const { actor } = context;
  permit(actor, 'customers.suspend');
  const id = await customerId(context, idOrKey);
  await onCustomer(context, id, 'suspended', async (tx, customer) => {
    if (customer.suspended) throw new AppError('conflict', { reason: 'already_suspended' });
    await tx.query('update customers set suspended = $3 where account_id = $1 and id = $2', [
      actor.accountId,
      id,
      scope,
    ]);
    await tx.query(
      `insert into suspensions (account_id, id, customer_id, scope, reason, by_kind, by_id, by_name, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
      [actor.accountId, uuidV7(), id, scope, reason, actor.kind === 'token' ? 'token' : 'user', actor.id, actor.name],
    );
    await tx.query(
      'update widget_sessions set ended_at = clock_timestamp() where account_id = $1 and customer_id = $2 and ended_at is null',
      [actor.accountId, id],
    );
    return { scope, reason };
  });
  await endConversationsOf(context, id, scope);
}

/** What the customer has asked for meanwhile goes into its queues. @throws AppError `not_found`, `conflict` when none is in force */
export async function liftSuspension(context: Context, idOrKey: string): Promise<void> {
  const { actor } = context;
  permit(actor, 'customers.suspend');
  const id = await customerId(context, idOrKey);
  await onCustomer(context, id, 'unsuspended', async (tx, customer) => {
    if (!customer.suspended) throw new AppError('conflict', { reason: 'not_suspended' });
    await tx.query('update customers set suspended = null where account_id = $1 and id = $2', [actor.accountId, id]);
    await tx.query(
      `update suspensions set lifted_at = clock_timestamp(), lifted_by_name = $3
        where account_id = $1 and customer_id = $2 and lifted_at is null`,
      [actor.accountId, id, actor.name],
    );
    return {};
  });
  await releaseTicketsOf(context, id);
}

type Tx = Parameters<Parameters<Context['db']['transaction']>[0]>[0];

async function onCustomer(
  { db, actor }: Context,
  id: string,
  verb: 'suspended' | 'unsuspended',
  change: (tx: Tx, customer: CustomerRow) => Promise<object>,
): Promise<void> {
  await withRetry(() =>
    db.transaction(async (tx) => {
      const { sql, params } = accountLockShared(actor.accountId);
      await tx.query(sql, params);
      const [customer] = await tx.query<CustomerRow>(
        'select ext_id as "extId", name, suspended from customers where account_id = $1 and id = $2 for no key update',
        [actor.accountId, id],
      );
      if (!customer) throw notFound('customer', id);
      const after = await change(tx, customer);
      await record(tx, actor, { kind: 'customer', id, name: customer.name ?? customer.extId, verb, after });
    }),
  );
  tellHints(db, [{ account: actor.accountId, topic: 'customer', id, seq: 0 }]);
}

async function customerId({ db, actor }: Context, idOrKey: string): Promise<string> {
  const id = await findCustomer(db, actor.accountId, idOrKey);
  if (id === undefined) throw notFound('customer', idOrKey);
  return id;
}

async function endConversationsOf({ db, actor }: Context, customer: string, scope: 'messaging' | 'all'): Promise<void> {
  const open = await db.query<{ extId: string; kind: string | null }>(
    `select c.ext_id as "extId", ch.kind from conversations c
      left join channels ch on ch.account_id = c.account_id and ch.key = c.channel_key
      where c.account_id = $1 and c.customer_id = $2 and c.phase <> 'ended'`,
    [actor.accountId, customer],
  );
  const meant = open.filter(({ kind }) => isSuspendedOn(scope, kind ?? undefined));
  await onEach({ db, actor }, meant, { verb: 'end', by: 'suspension' });
}

async function releaseTicketsOf({ db, actor }: Context, customer: string): Promise<void> {
  const apart = await db.query<{ extId: string }>(
    `select ext_id as "extId" from conversations where account_id = $1 and customer_id = $2 and suspended_ticket
      and phase in ('requesting', 'queued') order by id`,
    [actor.accountId, customer],
  );
  await onEach({ db, actor }, apart, { verb: 'release' });
}

async function onEach({ db, actor }: Context, conversations: readonly { extId: string }[], command: Command) {
  const name = { key: actor.agent?.key ?? null, name: actor.name };
  for (const { extId } of conversations) {
    await runCommand(db, actor.accountId, extId, command, { actor: name }).catch((error: unknown) => {
      // Changed by somebody else a moment ago.
      if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    });
  }
}
