/** Base as its documentation describes it: one address, a form, the token in a header, errors with status 200. */
import { type LocalServer, startLocalServer } from './local-server';

export interface BaseServer extends LocalServer {
  /** Every call that came with its token, in order. */
  readonly calls: { method: string; parameters: Record<string, unknown> }[];
  /** Status of each order by now. */
  readonly orders: Map<string, string>;
  /** The list of its statuses, which may change. */
  readonly statuses: { id: number; name: string }[];
  /** Answers the next calls instead; `raw` is sent as it is with that HTTP status. */
  readonly next: (
    | { error_code: string; error_message: string }
    | { raw: string; status: number; headers?: Record<string, string> }
    | 'hang up'
  )[];
  /** Answers nothing from now on, until released. */
  hold(): void;
  release(): void;
  /** Once a call was carried out, before it is answered. */
  onCall?: (() => void) | undefined;
}

export const BASE_TOKEN = '1002-8834-TESTTOKEN';

const STATUSES = [
  { id: 101, name: 'New orders', name_for_customer: 'Accepted', color: '#fff' },
  { id: 102, name: 'Shipped', name_for_customer: 'Shipped', color: '#0f0' },
];

export async function startBaseServer(port = 0): Promise<BaseServer> {
  const calls: BaseServer['calls'] = [];
  const orders = new Map<string, string>();
  const statuses: BaseServer['statuses'] = [...STATUSES];
  const next: BaseServer['next'] = [];
  let open = Promise.resolve();
  let release = () => {};
  const hold = () => {
    open = new Promise((done) => {
      release = done;
    });
  };
  const held: Omit<BaseServer, keyof LocalServer> = { calls, orders, statuses, next, hold, release: () => release() };
  const server = await startLocalServer(({ headers, body }, response) => {
    const say = async (answer: object) => {
      await open;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    };
    const fail = (error_code: string, error_message: string) => say({ status: 'ERROR', error_code, error_message });
    if (headers['content-type'] !== 'application/x-www-form-urlencoded') return fail('ERROR_BAD_REQUEST', 'Not a form');
    if (headers['x-bltoken'] !== BASE_TOKEN) return fail('ERROR_BAD_TOKEN', `Invalid token ${headers['x-bltoken']}`);
    const form = new URLSearchParams(body);
    const method = form.get('method') ?? '';
    const parameters: Record<string, unknown> = JSON.parse(form.get('parameters') ?? '{}');
    calls.push({ method, parameters });
    const instead = next.shift();
    if (instead === 'hang up') return response.destroy();
    if (instead && 'raw' in instead) return response.writeHead(instead.status, instead.headers).end(instead.raw);
    if (instead) return fail(instead.error_code, instead.error_message);
    if (method === 'getOrderStatusList') return say({ status: 'SUCCESS', statuses });
    if (method !== 'setOrderStatus') return fail('ERROR_UNKNOWN_METHOD', 'Unknown method');
    if (!statuses.some(({ id }) => id === parameters.status_id)) return fail('ERROR_STATUS_ID', 'Invalid status_id');
    orders.set(String(parameters.order_id), String(parameters.status_id));
    held.onCall?.();
    return say({ status: 'SUCCESS' });
  }, port);
  return Object.assign(held, server);
}
