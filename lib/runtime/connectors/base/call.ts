/**
 * The API of Base: one address, a form with `method` and `parameters`, the token in a header, JSON back. It answers 200
 * to everything; `"status":"ERROR"` is the error. At most 100 requests a minute, or the token is blocked for a while.
 */
import * as z from 'zod';
import type { Connection } from '../connector';
import { AttemptFailed, PausedUntil, Permanent } from '../outcome';
import { callOut } from '../outgoing';
import { retryAfter } from '../retry-after';
import { takeTurn } from '../take-turn';

const REQUESTS_PER_MINUTE = 100;
const TIMEOUT_MILLISECONDS = 30_000;
const ANSWER_BYTES = 1_000_000;
const SLOWER_MILLISECONDS = 60_000;
const BLOCKED_MILLISECONDS = 10 * 60_000;

const answer = z.discriminatedUnion('status', [
  z.looseObject({ status: z.literal('SUCCESS') }),
  z.looseObject({
    status: z.literal('ERROR'),
    error_code: z.string().optional(),
    error_message: z.string().optional(),
  }),
]);

/**
 * One method; answers what is beside `status`.
 * @throws Permanent when the answer would be the same again; PausedUntil while the token is blocked or slowed down; Postponed when this
 * minute's requests are used up; AttemptFailed otherwise
 */
export async function callBase(
  connection: Connection,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<Record<string, unknown>> {
  const { settings, secrets, allowPrivate } = connection;
  await takeTurn(connection, { perMinute: REQUESTS_PER_MINUTE, now });
  const { status, headers, text, cut } = await callOut({
    ...{ url: String(settings.address), method: 'POST', allowPrivate },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-bltoken': secrets.token ?? '' },
    body: new URLSearchParams({ method, parameters: JSON.stringify(parameters) }).toString(),
    ...{ timeoutMilliseconds: TIMEOUT_MILLISECONDS, answerBytes: ANSWER_BYTES },
  });
  if (status === 429) {
    const at = retryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + SLOWER_MILLISECONDS);
    throw new PausedUntil(at, 'too_many_requests', { detail: `${status} ${text.slice(0, 200)}` });
  }
  if (status !== 200) throw new AttemptFailed('http_error', { detail: `${status} ${text.slice(0, 200)}` });
  const read = cut ? undefined : answer.safeParse(parseJson(text));
  if (!read?.success) throw new AttemptFailed('not_understood', { detail: text.slice(0, 200) });
  if (read.data.status === 'ERROR') throw errorOf(read.data, now);
  const { status: _, ...rest } = read.data;
  return rest;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(
  {
    error_code: code = '',
    error_message: message = '',
  }: { error_code?: string | undefined; error_message?: string | undefined },
  now: Date,
) {
  const detail = [code, message].filter(Boolean).join(': ');
  if (/BLOCKED/.test(code)) {
    const until = blockedUntil(`${code} ${message}`) ?? new Date(now.getTime() + BLOCKED_MILLISECONDS);
    // A moment that has passed by our clock: their clock is another one.
    const at = until > now ? until : new Date(now.getTime() + 60_000);
    return new PausedUntil(at, 'blocked', { detail });
  }
  if (/TOKEN|AUTH/.test(code)) return new Permanent('wrong_token', { detail });
  return /TEMPORAR|TIMEOUT|INTERNAL|SERVER|LIMIT/i.test(code)
    ? new AttemptFailed('base_error', { detail })
    : new Permanent('base_error', { detail });
}

/** `… until 2026-11-21 12:00:00`, which is Polish time, or with a zone of its own. */
function blockedUntil(text: string): Date | undefined {
  const found = /until\W*(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})?/i.exec(text);
  if (!found) return undefined;
  const [, day, time, zone] = found;
  if (zone) return new Date(`${day}T${time}${zone}`);
  return inWarsaw(`${day}T${time}`);
}

function inWarsaw(wallClock: string): Date {
  const asUtc = new Date(`${wallClock}Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Warsaw',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const offset = new Date(`${shown.format(asUtc).replace(' ', 'T')}Z`).getTime() - asUtc.getTime();
  return new Date(asUtc.getTime() - offset);
}
