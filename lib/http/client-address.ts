import { Server } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { environment } from '@/lib/environment';

/** Written by this server over whatever a client sent under that name. */
const header = 'x-signalbox-client-address';
const installed = Symbol.for('signalbox.client-address');
type Holder = { [installed]?: true };

/**
 * Route handlers see no socket. Once per process: every request of Node's server gets the address it came from, by
 * `X-Forwarded-For` only through the proxies that SIGNALBOX_TRUSTED_PROXIES names.
 */
export function markClientAddresses(trustedProxies = environment().trustedProxies): void {
  const holder = globalThis as Holder;
  if (holder[installed]) return;
  holder[installed] = true;
  const trusted = blockList(trustedProxies);
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    const [request] = args;
    if (event === 'request' && isIncoming(request)) {
      const forwarded = String(request.headers['x-forwarded-for'] ?? '');
      request.headers[header] = believe(request.socket.remoteAddress ?? '', forwarded, trusted);
    }
    return Reflect.apply(emit, this, [event, ...args]);
  };
}

/** Of the request; `unknown` where nothing marked it (all of those share one allowance). */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  if (!(globalThis as Holder)[installed]) return 'unknown';
  return headers.get(header) ?? 'unknown';
}

/** Walks from the nearest hop outwards as long as the hop is a proxy of ours. */
export function believe(peer: string, forwarded: string, trusted: BlockList): string {
  const hops = forwarded.split(',').map((hop) => plain(hop.trim()));
  let address = plain(peer);
  while (hops.length > 0 && isTrusted(address, trusted)) {
    const next = hops.pop() ?? '';
    if (isIP(next) === 0) break;
    address = next;
  }
  return address || 'unknown';
}

export function blockList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

type Incoming = { headers: Record<string, string | string[] | undefined>; socket: { remoteAddress?: string } };

function isIncoming(value: unknown): value is Incoming {
  return typeof value === 'object' && value !== null && 'headers' in value && 'socket' in value;
}
