import * as z from 'zod';
import type { IntegrationOption } from '@/lib/contracts/integration';
import type { StepContext } from '../../performers/performer';
import { textOf } from '../../performers/read-parameters';
import type { Attempt, Connection, Connector, Plan, Receipt } from '../connector';
import { AttemptFailed, Permanent } from '../outcome';
import { callBase } from './call';

const statuses = z.object({ statuses: z.array(z.object({ id: z.union([z.number(), z.string()]), name: z.string() })) });
/** What an attempt kept of itself. */
const sentBefore = z.object({ sent: z.array(z.string()) });
const plan = z.object({ status: z.string(), orders: z.array(z.string()) });

/** Base: the status of the orders that are linked to a ticket. */
export const base: Connector = {
  kind: 'base',
  async test(connection) {
    const found = await readStatuses(connection, new Date());
    return [{ part: 'statuses', ok: true, code: null, detail: String(found.length) }];
  },
  offers: readStatuses,
  effects: { set_base_order_status: { plan: planStatus, send: setStatuses } },
};

/** The statuses that an order can have, in the order of Base. */
async function readStatuses(connection: Connection, now: Date): Promise<IntegrationOption[]> {
  const read = statuses.safeParse(await callBase(connection, 'getOrderStatusList', {}, now));
  if (!read.success) throw new AttemptFailed('not_understood');
  return read.data.statuses.map(({ id, name }) => ({ id: String(id), name }));
}

function planStatus({ step, conversation }: StepContext) {
  const { orders } = conversation;
  if (orders.length === 0) return { state: 'skipped', reason: 'no_order' } as const;
  return { state: 'sending', plan: { status: textOf(step.params.status), orders: [...orders] } } as const;
}

/** Setting a status twice is setting it once; what an attempt before this one has set is left alone all the same. */
async function setStatuses(connection: Connection, planned: Plan, { now, before }: Attempt): Promise<Receipt> {
  const { status, orders } = plan.parse(planned);
  const status_id = Number(status);
  if (!Number.isSafeInteger(status_id)) throw new Permanent('unknown_base_status', { detail: status });
  const sent = [...(sentBefore.safeParse(before).data?.sent ?? [])];
  const receipt = { status, sent };
  for (const order of orders.filter((each) => !sent.includes(each))) {
    const order_id = Number(order);
    if (!Number.isSafeInteger(order_id)) throw new Permanent('not_a_base_order', { detail: order, receipt });
    try {
      await callBase(connection, 'setOrderStatus', { order_id, status_id }, now);
    } catch (error) {
      throw error instanceof AttemptFailed ? error.with({ receipt }) : error;
    }
    sent.push(order);
  }
  return receipt;
}
