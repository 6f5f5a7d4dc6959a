import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { Permanent } from './outcome';
import { isPrivateAddress } from './private-address';

const TIMEOUT_MILLISECONDS = 15_000;
const ANSWER_BYTES = 2_000;

export interface WebhookCall {
  readonly url: string;
  /** `whsec_…` of Standard Webhooks. */
  readonly secret: string;
  /** The idempotency key: the same for every attempt. */
  readonly id: string;
  readonly body: string;
  readonly now: Date;
  /** For development and tests: also addresses that are not public. */
  readonly allowPrivate: boolean;
}

export interface WebhookAnswer {
  readonly status: number;
}

/**
 * Sends one signed call (Standard Webhooks). The address is checked after the name was resolved, by the connection
 * itself, so that a name cannot point elsewhere in between; redirects are not followed.
 * @throws Permanent when it will never succeed; other errors may be tried again
 */
export async function callWebhook(call: WebhookCall): Promise<WebhookAnswer> {
  const url = new URL(call.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Permanent('unsupported_protocol');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !call.allowPrivate && isPrivateAddress(host)) throw new Permanent('private_address');
  const status = await post(url, call);
  if (status >= 200 && status < 300) return { status };
  // Gone: the receiver asks never to be called again.
  if (status === 410) throw new Permanent('answered_410');
  throw new Error(`answered_${status}`);
}

function post(url: URL, { secret, id, body, now, allowPrivate }: WebhookCall): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Signalbox',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((done, fail) => {
    const request = send(
      url,
      { method: 'POST', headers, lookup: checkedLookup(allowPrivate), timeout: TIMEOUT_MILLISECONDS },
      (answer) => {
        let size = 0;
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > ANSWER_BYTES) answer.destroy();
        });
        answer.on('close', () => done(answer.statusCode ?? 0));
      },
    );
    request.on('timeout', () => request.destroy(new Error('timed_out')));
    request.on('error', fail);
    request.end(body);
  });
}

function checkedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (!allowPrivate && addresses.some(({ address }) => isPrivateAddress(address))) {
        return callback(new Permanent('private_address'), []);
      }
      const [first] = addresses;
      return options.all || !first ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}
