import { lookup } from 'node:dns/promises';
import { AttemptFailed, Permanent } from '../outcome';
import { isPrivateAddress } from '../private-address';

/**
 * The address of a mail server, checked after its name was resolved and used as it is, so that the name cannot point
 * elsewhere in between. @throws Permanent `private_address`; AttemptFailed `host_not_found`
 */
export async function reach(host: string, allowPrivate: boolean): Promise<string> {
  const addresses = await lookup(host, { all: true }).catch((error: unknown) => {
    throw failureOfMail(error);
  });
  if (!allowPrivate && addresses.some(({ address }) => isPrivateAddress(address))) {
    throw new Permanent('private_address', { detail: host });
  }
  const [first] = addresses;
  if (!first) throw new AttemptFailed('host_not_found', { detail: host });
  return first.address;
}

/** The fields in which nodemailer, imapflow and the network say what went wrong. */
interface Said {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly responseText?: unknown;
  readonly authenticationFailed?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

/**
 * What went wrong, as a code and in the other side's words. What the server refuses for good (5xx) is Permanent;
 * a wrong password is not, since somebody will put it right.
 */
export function failureOfMail(error: unknown): AttemptFailed {
  if (error instanceof AttemptFailed) return error;
  const said: Said = typeof error === 'object' && error !== null ? error : {};
  const code = typeof said.code === 'string' ? said.code : '';
  const status = typeof said.responseCode === 'number' ? said.responseCode : 0;
  const detail = [said.response, said.responseText, said.message]
    .find((each) => typeof each === 'string')
    ?.slice(0, 500);
  if (said.authenticationFailed === true || code === 'EAUTH' || code === 'ENOAUTH') {
    return new AttemptFailed('wrong_password', { detail });
  }
  // Servers that do not know STARTTLS refuse the word itself.
  if (code === 'ETLS') return new AttemptFailed('tls_failed', { detail });
  if (status >= 500) return new Permanent('mail_refused', { detail });
  if (status >= 400) return new AttemptFailed('mail_refused_for_now', { detail });
  return new AttemptFailed(networkCode(code, detail ?? ''), { detail });
}

const CODES: Readonly<Record<string, string>> = {
  ...{ ECONNREFUSED: 'connection_refused', ENOTFOUND: 'host_not_found', EAI_AGAIN: 'host_not_found' },
  ...{ EDNS: 'host_not_found', ETIMEDOUT: 'timed_out', ECONNRESET: 'connection_lost', EPIPE: 'connection_lost' },
  ...{ ECONNECTION: 'connection_lost', NoConnection: 'connection_lost', EConnectionClosed: 'connection_lost' },
  ...{
    CONNECT_TIMEOUT: 'timed_out',
    GREETING_TIMEOUT: 'timed_out',
    UPGRADE_TIMEOUT: 'timed_out',
    EPROTOCOL: 'tls_failed',
  },
  ...{ ETLS: 'tls_failed', EHOSTUNREACH: 'unreachable', ENETUNREACH: 'unreachable' },
};

/** Libraries wrap what the network said in codes of their own: its words tell more. */
function networkCode(code: string, detail: string): string {
  if (/certificate|self.signed|altname/i.test(`${code} ${detail}`) || /CERT|UNABLE_TO/.test(code)) return 'certificate';
  if (/wrong version number|SSL routines|\bEPROTO\b|STARTTLS/i.test(`${code} ${detail}`)) return 'tls_failed';
  const named = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH)\b/.exec(
    detail,
  )?.[1];
  return CODES[named ?? code] ?? CODES[code] ?? 'unreachable';
}
