/**
 * Every HTTP request that leaves the house. The address is checked after the name was resolved, by the connection
 * itself, so that a name cannot point elsewhere in between; redirects are not followed.
 */
import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { AttemptFailed, Permanent } from './outcome';
import { isPrivateAddress } from './private-address';

export interface OutgoingCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** For the whole call. */
  readonly timeoutMilliseconds: number;
  /** Of the answer at most; the rest is not read. */
  readonly answerBytes: number;
  /** For development and servers of one's own: also addresses that are not public. */
  readonly allowPrivate: boolean;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Whether there was more than `answerBytes`. */
  readonly cut: boolean;
}

/**
 * @throws Permanent `unsupported_protocol`, `private_address`; AttemptFailed `connection_refused`, `host_not_found`,
 * `connection_lost`, `certificate`, `timed_out`, `unreachable`
 */
export async function callOut(call: OutgoingCall): Promise<OutgoingAnswer> {
  const url = new URL(call.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Permanent('unsupported_protocol');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !call.allowPrivate && isPrivateAddress(host)) throw new Permanent('private_address');
  try {
    return await exchange(url, call);
  } catch (error) {
    throw error instanceof AttemptFailed ? error : failureOf(error);
  }
}

function exchange(url: URL, call: OutgoingCall): Promise<OutgoingAnswer> {
  const { method, body, timeoutMilliseconds, answerBytes, allowPrivate } = call;
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { 'user-agent': 'Signalbox', ...call.headers, ...length };
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((done, fail) => {
    const request = send(url, { method, headers, lookup: checkedLookup(allowPrivate) }, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = () => {
        const text = Buffer.concat(chunks).subarray(0, answerBytes).toString('utf8');
        const said = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        const cut = size > answerBytes;
        done({ status: answer.statusCode ?? 0, headers: Object.fromEntries(said), text, cut });
      };
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= answerBytes) return;
        finish();
        answer.destroy();
      });
      answer.on('end', finish);
      answer.on('error', fail);
    });
    const timer = setTimeout(() => request.destroy(new AttemptFailed('timed_out')), timeoutMilliseconds);
    request.on('close', () => clearTimeout(timer));
    request.on('error', fail);
    request.end(body ?? undefined);
  });
}

const CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection_refused',
  ENOTFOUND: 'host_not_found',
  EAI_AGAIN: 'host_not_found',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  ETIMEDOUT: 'timed_out',
};

/** What the network said, as a code; also for other protocols than HTTP. */
export function failureOf(error: unknown): AttemptFailed {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const detail = code || (error instanceof Error ? error.message : undefined);
  if (/CERT|SELF_SIGNED|UNABLE_TO|SSL|ALTNAME/.test(code)) return new AttemptFailed('certificate', { detail });
  return new AttemptFailed(CODES[code] ?? 'unreachable', { detail });
}

export function checkedLookup(allowPrivate: boolean): LookupFunction {
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
